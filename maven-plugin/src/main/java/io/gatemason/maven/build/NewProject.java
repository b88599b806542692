package io.gatemason.maven.build;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.GenerationResult.Document;
import io.gatemason.maven.settings.SettingsException;
import io.gatemason.templates.FileTemplate;
import io.gatemason.templates.FileTemplates;
import io.gatemason.templates.view.DocumentView;
import io.gatemason.templates.view.FunctionView;
import io.gatemason.templates.view.ParameterView;
import io.gatemason.templates.view.ProjectView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a new gateway project: the documents, and what the file templates make. */
public final class NewProject {
  private static final String DOCUMENTS = "src/main/gateway/";
  private static final int MOST_NAMED = 20;
  private static final String MONITORING = "monitoring/";
  private static final String COPY = ": copy it beside its template in " + DOCUMENTS;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Path> copies = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();

  /**
   * What the user chose.
   *
   * @param groupId the project's Maven group
   * @param artifactId the project's Maven artifact; empty text to name it after the first API
   * @param version the version of Gatemason
   * @param basePackage the package of the {@code Gateway} class
   * @param stage the stage of documents that name none; empty text for none
   * @param basePath what becomes of base paths; empty text for the default
   * @param apiKind the kind of APIs of which nothing else says it; empty text for the default
   * @param parameters values of placeholders
   */
  public record Choices(
      String groupId,
      String artifactId,
      String version,
      String basePackage,
      String stage,
      String basePath,
      String apiKind,
      Map<String, String> parameters) {}

  /**
   * Collects the files; writes nothing.
   *
   * @param source the document or the folder of documents
   * @param generated what generating from it gave; at least one document
   * @throws IOException when a document cannot be read
   */
  public NewProject(Path source, GenerationResult generated, Choices choices) throws IOException {
    Path folder = Files.isDirectory(source) ? source : source.toAbsolutePath().resolveSibling("");
    NewNames names = new NewNames(generated, folder);
    for (Path input : names.inputs()) {
      files.put(DOCUMENTS + names.of(input), Files.readAllBytes(input));
    }
    variables(generated).entrySet().stream()
        .filter(variable -> variable.getValue().isEmpty())
        .forEach(variable -> missing.add("a value of " + variable.getKey()));
    code(generated, names, folder);
    ProjectView view = view(generated, names, choices);
    FileTemplates templates = new FileTemplates();
    for (FileTemplate template : FileTemplate.values()) {
      if (template != FileTemplate.VARIABLES || !view.parameters().isEmpty()) {
        byte[] text = templates.fill(template, view).getBytes(StandardCharsets.UTF_8);
        files.put(template.path(), text);
      }
    }
    MonitoringFiles.of(view.artifactId(), generated)
        .forEach((name, text) -> files.put(MONITORING + name, text));
  }

  /**
   * Writes the project.
   *
   * @param folder the project's folder, created where it is missing
   * @param force whether files that are there are replaced
   * @return how many files were written
   * @throws SettingsException when files are there and not to be replaced; then none is written
   * @throws IOException when a file cannot be written
   */
  public int write(Path folder, boolean force) throws IOException {
    List<String> there =
        Stream.concat(files.keySet().stream(), copies.keySet().stream())
            .filter(name -> Files.exists(folder.resolve(name)))
            .toList();
    if (!there.isEmpty() && !force) {
      int more = there.size() - MOST_NAMED;
      throw new SettingsException(
          "%s has %s%s; -Dgatemason.force replaces them."
              .formatted(
                  folder,
                  there.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                  more > 0 ? " and " + more + " more" : ""));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    for (Map.Entry<String, Path> copy : copies.entrySet()) {
      Path path = folder.resolve(copy.getKey());
      Files.createDirectories(path.getParent());
      // A program, such as the bootstrap of a function, stays one.
      Files.copy(
          copy.getValue(),
          path,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    return files.size() + copies.size();
  }

  /** What the user has to add before everything works, in words. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Takes the folders of functions along that run in processes of their own. */
  private void code(GenerationResult generated, NewNames names, Path folder) throws IOException {
    FunctionCode code = new FunctionCode(folder);
    for (GenerationResult.Function function : generated.functions()) {
      if (function.code().isEmpty()) {
        continue;
      }
      String of = function.code() + " of function " + function.name();
      if (function.runtime().startsWith("java")) {
        missing.add("the classes in " + of + ": add what has them to the dependencies");
      } else {
        code.take(function.directory())
            .ifPresent(reason -> missing.add("the code in " + of + ", for " + reason + COPY));
      }
    }
    if (code.lacksModules()) {
      missing.add("modules of npm: call npm install beside each package.json");
    }
    code.files()
        .forEach(
            (name, file) -> {
              if (!names.isDocument(name)) {
                copies.put(DOCUMENTS + names.of(name), file);
              }
            });
  }

  private static Map<String, String> variables(GenerationResult generated) {
    Map<String, String> variables = new TreeMap<>();
    generated.documents().forEach(document -> variables.putAll(document.variables()));
    return variables;
  }

  /** A name for Maven and Kubernetes after that of an API. */
  public static String artifactId(String apiId) {
    String name = apiId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = name.substring(0, Math.min(name.length(), 63)).replaceAll("^-+|-+$", "");
    return cut.isEmpty() ? "gateway" : cut;
  }

  private static ProjectView view(GenerationResult generated, NewNames names, Choices choices) {
    List<Document> documents = generated.documents();
    String artifactId = choices.artifactId();
    return new ProjectView(
        choices.groupId(),
        artifactId.isEmpty() ? artifactId(documents.get(0).apiId()) : artifactId,
        choices.version(),
        choices.basePackage(),
        choices.stage(),
        choices.basePath(),
        choices.apiKind(),
        documents.stream()
            .map(d -> new DocumentView(d.apiId(), names.of(d.name()), d.operations()))
            .toList(),
        new TreeMap<>(choices.parameters())
            .entrySet().stream().map(e -> new ParameterView(e.getKey(), e.getValue())).toList(),
        variables(generated).entrySet().stream()
            .map(e -> new ParameterView(e.getKey(), e.getValue()))
            .toList(),
        generated.functions().stream()
            .map(each -> new FunctionView(each.name(), each.runtime(), each.code()))
            .toList(),
        generated.clientCertificates().entrySet().stream()
            .map(e -> new ParameterView(e.getKey(), ClientCertificate.path(e.getValue())))
            .toList());
  }
}
