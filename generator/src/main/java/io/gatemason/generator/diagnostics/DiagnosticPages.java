package io.gatemason.generator.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of {@code docs/diagnostics} as they are packaged with the generator. */
public final class DiagnosticPages {
  private DiagnosticPages() {}

  /**
   * The page of a code: cause, examples and source of the rule.
   *
   * @return Markdown
   * @throws UncheckedIOException if the packaged page cannot be read
   */
  public static String page(DiagnosticCode code) {
    String name = "pages/" + code + ".md";
    try (InputStream in = DiagnosticPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The packaging has no page for " + code);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
