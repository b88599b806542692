package io.gatemason.generator;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to generate.
 *
 * @param source a document, or a folder with documents; nothing outside the folder (or outside the
 *     folder of the document) is read
 * @param output the folder that belongs to the generator alone: files it did not write this time
 *     are deleted there if an earlier run wrote them
 * @param basePackage the package of the {@code Gateway} class
 * @param stage the stage of documents that name none; empty for none
 * @param basePath what becomes of base paths
 * @param parameters values of placeholders and template parameters by name
 * @param sourceLines whether generated files name source lines, besides JSON pointers
 */
public record GenerationRequest(
    Path source,
    Path output,
    String basePackage,
    Optional<String> stage,
    BasePath basePath,
    Map<String, String> parameters,
    boolean sourceLines) {

  /** What becomes of the base path of a document, as in the service's import. */
  public enum BasePath {
    IGNORE,
    PREPEND,
    SPLIT
  }

  public GenerationRequest {
    parameters = Map.copyOf(parameters);
  }
}
