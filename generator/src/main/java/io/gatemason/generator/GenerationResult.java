package io.gatemason.generator;

import io.gatemason.generator.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run.
 *
 * @param documents one entry per document, in the order of their paths
 * @param diagnostics all of them, ordered by file and place
 * @param written files that are new or changed; empty when there were errors
 * @param deleted files of an earlier run that are gone
 * @param inputs every file that was read, included ones too
 */
public record GenerationResult(
    List<Document> documents,
    List<Diagnostic> diagnostics,
    List<Path> written,
    List<Path> deleted,
    List<Path> inputs) {

  /**
   * One document.
   *
   * @param apiId the API's id
   * @param name the path below the source folder
   * @param stages the names of its stages; none where it answers at the root
   * @param operations how many methods it has
   * @param generatedLines lines of Java written for it; 0 where it was refused
   */
  public record Document(
      String apiId, String name, List<String> stages, int operations, int generatedLines) {}
}
