package io.gatemason.maven.report;

import io.gatemason.generator.GenerationResult.Document;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticFormatter;
import io.gatemason.generator.diagnostics.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sees: one line per document, then the diagnostics, each with its source line. */
public final class ConsoleReport {
  private static final int MOST_SHOWN = 10;

  private final BuildLog log;

  /** Writes to a log. */
  public ConsoleReport(BuildLog log) {
    this.log = log;
  }

  /** Writes one line per document, and how long all took. */
  public void documents(List<Document> documents, Duration duration) {
    if (documents.size() == 1) {
      log.info(line(documents.get(0)) + ", " + seconds(duration));
    } else {
      documents.forEach(document -> log.info(line(document)));
      log.info(count(documents.size(), "document") + ", " + seconds(duration));
    }
    documents.stream().filter(d -> !d.open().isEmpty()).forEach(d -> log.info(open(d)));
  }

  /** Nothing is wrong with it, but whoever did not mean it should see it. */
  private static String open(Document document) {
    List<String> open = document.open();
    String shown = String.join(", ", open.subList(0, Math.min(open.size(), MOST_SHOWN)));
    String rest = open.size() <= MOST_SHOWN ? "" : " and " + (open.size() - MOST_SHOWN) + " more";
    return "%s: open without authorization: %s%s".formatted(document.name(), shown, rest);
  }

  /** Writes the diagnostics, each at the level of its severity. */
  public void diagnostics(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      String text = DiagnosticFormatter.withExcerpt(diagnostic).stripTrailing();
      switch (diagnostic.severity()) {
        case ERROR -> log.error(text);
        case WARNING -> log.warn(text);
        case NOTE -> log.info(text);
      }
    }
  }

  /** How many there are, such as {@code 1 error, 2 warnings}; empty text where there are none. */
  public static String counts(List<Diagnostic> diagnostics) {
    return Stream.of(Severity.values())
        .map(severity -> count(diagnostics, severity))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(List<Diagnostic> diagnostics, Severity severity) {
    int count = (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
    return count == 0 ? "" : count(count, severity.name().toLowerCase(Locale.ROOT));
  }

  private static String line(Document document) {
    StringBuilder text = new StringBuilder(document.name()).append(": ");
    text.append(count(document.operations(), "method"));
    if (!document.stages().isEmpty()) {
      text.append(" at /").append(String.join(", /", document.stages()));
    }
    if (document.generatedLines() > 0) {
      text.append(", ").append(count(document.generatedLines(), "line")).append(" of Java");
    }
    return text.toString();
  }

  /** A duration for people, such as {@code 0.3 s}. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String count(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
