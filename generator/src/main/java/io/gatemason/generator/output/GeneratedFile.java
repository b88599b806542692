package io.gatemason.generator.output;

import java.util.Optional;

/**
 * A file to be written.
 *
 * @param path below the output folder, with {@code /}
 * @param text its whole text
 * @param apiId the API that it is of; empty for a file of the service
 */
public record GeneratedFile(String path, String text, Optional<String> apiId) {
  /** How many lines it has. */
  public int lineCount() {
    return (int) text.lines().count();
  }
}
