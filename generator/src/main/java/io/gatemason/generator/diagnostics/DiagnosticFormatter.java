package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import java.util.Locale;

/** Prints diagnostics for people, in one line or with the source line below. */
public final class DiagnosticFormatter {
  private DiagnosticFormatter() {}

  /** {@code pets.yaml:58:11: error GM3107: integration type "http" needs a uri}, no line end. */
  public static String oneLine(Diagnostic diagnostic) {
    return diagnostic.range()
        + ": "
        + diagnostic.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + diagnostic.code()
        + ": "
        + clean(diagnostic.message());
  }

  /** The line, the source with carets, other places and the hint; every line has a line end. */
  public static String withExcerpt(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(oneLine(diagnostic)).append('\n');
    out.append(SourceExcerpt.of(diagnostic.range()));
    for (Diagnostic.Related related : diagnostic.related()) {
      Range range = related.range();
      out.append("   = ").append(range).append(": ").append(clean(related.message())).append('\n');
      out.append(SourceExcerpt.of(range));
    }
    if (!diagnostic.hint().isEmpty()) {
      out.append("   = hint: ").append(clean(diagnostic.hint())).append('\n');
    }
    return out.toString();
  }

  /** Text of a document must not write lines or control a terminal. */
  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
