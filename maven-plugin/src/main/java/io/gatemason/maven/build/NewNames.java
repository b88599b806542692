package io.gatemason.maven.build;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.GenerationResult.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of files in a new project. A document named after its folder would lose its name, since
 * the folder is another one. Where a template is there too, which may name it, all keep their names
 * in a folder of the old name.
 */
final class NewNames {
  /** File names that give an API no name of its own, so that its folder's name counts. */
  private static final List<String> GENERIC = List.of("api", "openapi", "swagger");

  private final GenerationResult generated;
  private final Path folder;
  private final Set<String> documents;
  private final List<Path> inputs;
  private final boolean anyGeneric;

  /**
   * Decides.
   *
   * @param generated what generating gave; at least one document
   * @param folder the folder of the documents
   */
  NewNames(GenerationResult generated, Path folder) {
    this.generated = generated;
    this.folder = folder;
    this.documents = generated.documents().stream().map(Document::name).collect(Collectors.toSet());
    this.inputs =
        generated.inputs().stream()
            .map(folder::resolve)
            .filter(input -> isDocument(name(input)) || !isOfCode(name(input)))
            .toList();
    this.anyGeneric = documents.stream().anyMatch(NewNames::isGeneric);
  }

  /** The files that were read, without those of the code of functions. */
  List<Path> inputs() {
    return inputs;
  }

  /** Whether a file is the document of an API. */
  boolean isDocument(String name) {
    return documents.contains(name);
  }

  String of(Path input) {
    return of(name(input));
  }

  /** The new name of a file, both as seen from the folder of the documents. */
  String of(String name) {
    if (!anyGeneric) {
      return name;
    }
    if (inputs.size() > documents.size()) {
      return generated.documents().get(0).apiId() + "/" + name;
    }
    return generated.documents().stream()
        .filter(document -> document.name().equals(name) && isGeneric(name))
        .findFirst()
        .map(document -> document.apiId() + "." + name)
        .orElse(name);
  }

  private static boolean isGeneric(String name) {
    return GENERIC.contains(name.replaceFirst("[.].*", "").toLowerCase(Locale.ROOT));
  }

  /**
   * A file such as {@code package.json} was looked at like all others of the source folder, and
   * belongs to the code of a function, which is taken as a whole or not at all.
   */
  private boolean isOfCode(String name) {
    return generated.functions().stream()
        .map(GenerationResult.Function::directory)
        .anyMatch(code -> !code.isEmpty() && name.startsWith(code + "/"));
  }

  private String name(Path input) {
    Path path = folder.relativize(input);
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
