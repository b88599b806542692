package io.gatemason.generator.diagnostics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report for tools: one JSON object with {@code version}, {@code counts} by severity, {@code
 * diagnostics} in the given order, and {@code open}, the methods and routes that nothing guards, by
 * document. Lines and columns count from 1, columns in UTF-16 units; the end is the place after the
 * last character.
 */
public final class JsonReport {
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonReport() {}

  /**
   * Prints a report; the same input gives the same text.
   *
   * @param open the operations that nothing guards, by the names of their documents, in order
   */
  public static String of(List<Diagnostic> diagnostics, Map<String, List<String>> open) {
    ObjectNode report = MAPPER.createObjectNode();
    report.put("version", VERSION);
    ObjectNode counts = report.putObject("counts");
    for (Severity severity : Severity.values()) {
      counts.put(
          name(severity), diagnostics.stream().filter(d -> d.severity() == severity).count());
    }
    ArrayNode list = report.putArray("diagnostics");
    diagnostics.forEach(d -> write(d, list.addObject()));
    ObjectNode unguarded = report.putObject("open");
    open.forEach((document, operations) -> operations.forEach(unguarded.putArray(document)::add));
    return report.toPrettyString() + "\n";
  }

  private static void write(Diagnostic diagnostic, ObjectNode out) {
    out.put("code", diagnostic.code().name());
    out.put("severity", name(diagnostic.severity()));
    out.put("title", diagnostic.code().title());
    out.put("message", diagnostic.message());
    write(diagnostic.range(), out);
    if (!diagnostic.hint().isEmpty()) {
      out.put("hint", diagnostic.hint());
    }
    if (!diagnostic.related().isEmpty()) {
      ArrayNode related = out.putArray("related");
      for (Diagnostic.Related place : diagnostic.related()) {
        ObjectNode other = related.addObject();
        other.put("message", place.message());
        write(place.range(), other);
      }
    }
  }

  private static void write(Range range, ObjectNode out) {
    out.put("file", range.file().name());
    out.put("line", range.start().line());
    out.put("column", range.start().column());
    out.put("endLine", range.end().line());
    out.put("endColumn", range.end().column());
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
