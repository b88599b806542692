package io.gatemason.generator.read;

import io.gatemason.generator.read.cloudformation.ApiResource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the APIs of documents are called: as the file up to its first dot, or as the folder where
 * the file's name is generic. Where files of one name are told apart by the resources that declare
 * them, they are called as these; so are the files of {@code cdk synth}.
 */
final class DocumentNames {
  private static final Set<String> GENERIC = Set.of("api", "openapi", "swagger");

  /** What {@code cdk synth} calls every file, with a hash behind it. */
  private static final String ASSET = "asset";

  private final Path root;
  private final DeclaredApis declared;
  private final Map<String, Long> uses;

  DocumentNames(Path root, Collection<Path> files, DeclaredApis declared) {
    this.root = root;
    this.declared = declared;
    this.uses =
        files.stream()
            .map(this::ofFile)
            .map(ApiName::key)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  String of(Path file) {
    String name = ofFile(file);
    if (uses.getOrDefault(ApiName.key(name), 0L) < 2 && !name.equals(ASSET)) {
      return name;
    }
    return declared.of(file).stream()
        .filter(api -> !api.isInDocument())
        .map(ApiResource::logicalId)
        .findFirst()
        .orElse(name);
  }

  /**
   * What an API without a document is called: as the folder of its template, where no other API
   * could be called so, else as its resource.
   */
  String ofMade(ApiResource api) {
    Path folder = folder(api);
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    boolean alone =
        ResourceReaders.apis(api.template()).size() == 1
            && declared.made().stream().filter(other -> folder(other).equals(folder)).count() == 1
            && !uses.containsKey(ApiName.key(name));
    return alone && !name.isEmpty() ? name : api.logicalId();
  }

  private Path folder(ApiResource api) {
    Path folder = root.resolve(api.template().name()).getParent();
    return folder == null || folder.endsWith(DocumentLoader.SAM_BUILD) ? root : folder;
  }

  private String ofFile(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    String id = dot > 0 ? name.substring(0, dot) : name;
    Path folder = file.getParent();
    boolean generic = GENERIC.contains(id.toLowerCase(Locale.ROOT));
    return generic && folder != null && folder.getFileName() != null && folder.startsWith(root)
        ? folder.getFileName().toString()
        : id;
  }
}
