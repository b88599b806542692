package io.gatemason.generator;

import io.gatemason.generator.describe.ApiFeatures;
import io.gatemason.generator.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
 */
public record GenerationResult(
    List<Document> documents,
    List<Diagnostic> diagnostics,
    List<Path> written,
    List<Path> deleted,
    List<Path> inputs,
    List<Function> functions) {

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
   */
  public record Function(String name, String runtime, String code) {}
}
