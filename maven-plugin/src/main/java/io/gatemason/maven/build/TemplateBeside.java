package io.gatemason.maven.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the resource template that lies beside a document and names it. */
public final class TemplateBeside {
  private static final Pattern TEMPLATE =
      Pattern.compile("(?m)^[\\s{]*[\"']?(?:AWSTemplateFormatVersion|Resources)[\"']?\\s*:");
  private static final long MOST_BYTES = 10_000_000;

  private TemplateBeside() {}

  /**
   * The first such template by name; empty where there is none.
   *
   * @param document a document; a folder has no template beside it
   * @throws IOException when files cannot be read
   */
  public static Optional<Path> of(Path document) throws IOException {
    Path folder = document.toAbsolutePath().getParent();
    if (!Files.isRegularFile(document) || folder == null) {
      return Optional.empty();
    }
    String name = document.getFileName().toString();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(name) && file.toString().matches("(?i).*\\.(?:ya?ml|json|template)")) {
          String text = text(file);
          if (text.contains(name) && TEMPLATE.matcher(text).find()) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String text(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        : "";
  }
}
