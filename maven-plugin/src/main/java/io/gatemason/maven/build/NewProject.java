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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The files of a new gateway project: the documents, and what the file templates make. */
public final class NewProject {
  private static final String DOCUMENTS = "src/main/gateway/";
  private static final String MONITORING = "monitoring/";

  /** File names that give an API no name of its own, so that its folder's name counts. */
  private static final List<String> GENERIC = List.of("api", "openapi", "swagger");

  private final Map<String, byte[]> files = new TreeMap<>();
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
    Map<String, String> newNames = newNames(generated, folder);
    for (Path input : generated.inputs()) {
      String name = slashed(folder.relativize(folder.resolve(input)));
      if (isOfCode(name, generated)) {
        continue;
      }
      files.put(
          DOCUMENTS + newNames.getOrDefault(name, name), Files.readAllBytes(folder.resolve(input)));
    }
    variables(generated).entrySet().stream()
        .filter(variable -> variable.getValue().isEmpty())
        .forEach(variable -> missing.add("a value of " + variable.getKey()));
    generated.functions().stream()
        .filter(function -> !function.code().isEmpty())
        .forEach(
            function ->
                missing.add(
                    "the code of function "
                        + function.name()
                        + ": copy "
                        + function.code()
                        + " beside its template"));
    ProjectView view = view(generated, newNames, choices);
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
        files.keySet().stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    if (!there.isEmpty() && !force) {
      throw new SettingsException(
          folder + " has " + String.join(", ", there) + "; -Dgatemason.force replaces them.");
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return files.size();
  }

  /** What the user has to add before everything works, in words. */
  public List<String> missing() {
    return List.copyOf(missing);
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

  private static ProjectView view(
      GenerationResult generated, Map<String, String> newNames, Choices choices) {
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
            .map(
                d ->
                    new DocumentView(
                        d.apiId(), newNames.getOrDefault(d.name(), d.name()), d.operations()))
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

  /**
   * A document named after its folder would lose its name, since the folder is another one. Where a
   * template is there too, which may name it, both keep their names in a folder of the old name.
   */
  private static Map<String, String> newNames(GenerationResult generated, Path folder) {
    Map<String, String> names = new TreeMap<>();
    for (Document document : generated.documents()) {
      String name = document.name();
      String start = name.replaceFirst("[.].*", "").toLowerCase(Locale.ROOT);
      if (GENERIC.contains(start)) {
        names.put(name, document.apiId() + "." + name);
      }
    }
    if (!names.isEmpty() && generated.inputs().size() > generated.documents().size()) {
      String below = generated.documents().get(0).apiId() + "/";
      names.clear();
      for (Path input : generated.inputs()) {
        String name = slashed(folder.relativize(folder.resolve(input)));
        names.put(name, below + name);
      }
    }
    return names;
  }

  /**
   * A file such as {@code package.json} was looked at like all others of the source folder, and
   * belongs to the code of a function, which the user copies as a whole.
   */
  private static boolean isOfCode(String name, GenerationResult generated) {
    return generated.documents().stream().noneMatch(document -> document.name().equals(name))
        && generated.functions().stream()
            .map(function -> function.code().replaceAll("^(\\./)+|/+$", ""))
            .anyMatch(code -> !code.isEmpty() && name.startsWith(code + "/"));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
