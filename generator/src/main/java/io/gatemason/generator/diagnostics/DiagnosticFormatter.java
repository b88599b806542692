package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Locale;

/** Prints diagnostics for people, in one line or with the source line below. */
public final class DiagnosticFormatter {
  private static final int MOST_PLACES = 5;

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
    List<Diagnostic.Related> places = diagnostic.related();
    for (Diagnostic.Related related : places.subList(0, Math.min(MOST_PLACES, places.size()))) {
      Range range = related.range();
      out.append("   = ").append(range).append(": ").append(clean(related.message())).append('\n');
      out.append(SourceExcerpt.of(range));
    }
    if (places.size() > MOST_PLACES) {
      out.append("   = and ").append(places.size() - MOST_PLACES).append(" more places\n");
    }
    if (!diagnostic.hint().isEmpty()) {
      out.append("   = hint: ").append(clean(diagnostic.hint())).append('\n');
    }
    if (diagnostic.severity() == Severity.ERROR && diagnostic.code().allowable()) {
      out.append(howToAllow(diagnostic.code()));
    }
    return out.toString();
  }

  /** What can be typed. */
  private static String howToAllow(DiagnosticCode code) {
    return "   = to allow it: \"-Dgatemason.suppressed.%s=<reason>\", or <suppressed><%s>reason</%s></suppressed> in the pom\n"
        .formatted(code, code, code);
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
