package io.gatemason.generator;

import io.gatemason.generator.check.StageVariables;
import io.gatemason.generator.check.domain.ClientCertificates;
import io.gatemason.generator.describe.ApiFeatures;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.layout.ProcessLayout;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.output.GeneratedFile;
import io.gatemason.generator.output.OutputFolder;
import io.gatemason.generator.read.ApiDocument;
import io.gatemason.generator.read.ServiceSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a run.
 *
 * @param documents one entry per document, in the order of their paths
 * @param diagnostics all of them, ordered by file and place
 * @param written files that are new or changed; empty when there were errors
 * @param deleted files of an earlier run that are gone
 * @param inputs every file that was read, included ones too
 * @param functions the functions that integrations name, as far as templates or settings say what
 *     they are
 * @param clientCertificates the ids of certificates that stages show to their backends, by what the
 *     settings of their files stand below, in order
 */
public record GenerationResult(
    List<Document> documents,
    List<Diagnostic> diagnostics,
    List<Path> written,
    List<Path> deleted,
    List<Path> inputs,
    List<Function> functions,
    SortedMap<String, String> clientCertificates) {

  /**
   * What came of reading, and of printing and writing these files.
   *
   * @param diagnostics those that are shown
   * @param handlers files that handlers of functions were found in
   */
  static GenerationResult of(
      ServiceSources sources,
      List<Diagnostic> diagnostics,
      List<Path> handlers,
      List<GeneratedFile> files,
      OutputFolder.Changes changes) {
    return new GenerationResult(
        sources.documents().stream()
            .map(document -> Document.of(document, sources, files))
            .toList(),
        diagnostics,
        changes.written(),
        changes.deleted(),
        Stream.concat(sources.inputs().stream(), handlers.stream()).toList(),
        sources.functions().stream().map(Function::of).toList(),
        clientCertificates(sources.service()));
  }

  private static SortedMap<String, String> clientCertificates(Service service) {
    SortedMap<String, String> certificates = new TreeMap<>();
    for (Api api : service.apis()) {
      for (Stage stage : api.stages()) {
        stage
            .settings()
            .clientCertificate()
            .ifPresent(id -> certificates.put(ClientCertificates.settings(api, stage), id.value()));
      }
    }
    return certificates;
  }

  /**
   * One document.
   *
   * @param apiId the API's id
   * @param name the path below the source folder
   * @param stages the names of its stages; none where it answers at the root
   * @param operations how many methods it has
   * @param generatedLines lines of Java written for it; 0 where it was refused
   * @param variables the stage variables that it reads, by the settings that define them, in order;
   *     with the value of a template, or empty text
   * @param open the operations that nothing guards, in document order
   * @param features what it has that can be watched
   */
  public record Document(
      String apiId,
      String name,
      List<String> stages,
      int operations,
      int generatedLines,
      Map<String, String> variables,
      List<String> open,
      ApiFeatures features) {

    /** A document of which nothing is known that can be watched. */
    public Document(
        String apiId,
        String name,
        List<String> stages,
        int operations,
        int generatedLines,
        Map<String, String> variables,
        List<String> open) {
      this(
          apiId,
          name,
          stages,
          operations,
          generatedLines,
          variables,
          open,
          ApiFeatures.ofTitle(apiId));
    }

    private static Document of(
        ApiDocument read, ServiceSources sources, List<GeneratedFile> files) {
      int lines =
          files.stream()
              .filter(file -> file.apiId().filter(read.apiId()::equals).isPresent())
              .mapToInt(GeneratedFile::lineCount)
              .sum();
      return sources
          .api(read)
          .map(
              each ->
                  new Document(
                      read.apiId(),
                      read.name(),
                      each.stages().stream().map(Stage::name).toList(),
                      each.operations().size(),
                      lines,
                      StageVariables.settings(each),
                      each.openOperations(),
                      ApiFeatures.of(each, sources.service())))
          .orElseGet(() -> new Document(read.apiId(), read.name(), List.of(), 0, lines));
    }

    /** A document that reads no stage variables and guards all its operations. */
    public Document(
        String apiId, String name, List<String> stages, int operations, int generatedLines) {
      this(apiId, name, stages, operations, generatedLines, Map.of(), List.of());
    }
  }

  /**
   * One function.
   *
   * @param name its bare name
   * @param runtime the identifier of its Lambda runtime
   * @param code the folder of its code as a template has it; empty text where none is named
   * @param directory the same as seen from the folder of the documents, with slashes
   */
  public record Function(String name, String runtime, String code, String directory) {
    private static Function of(FunctionDefinition function) {
      return new Function(
          function.name(),
          function.runtime(),
          function.codeUri().orElse(""),
          ProcessLayout.of(function).directory());
    }
  }
}
