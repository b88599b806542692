package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * {@code timeoutInMillis}: 50 to 29000, by default 29000; more with a raised quota, and up to
 * 900000 where the answer is streamed (docs/behaviour/import.md#integrations).
 */
final class TimeoutReader {
  private static final int MINIMUM = 50;
  private static final int USUAL_MAXIMUM = Math.toIntExact(Integration.USUAL_TIMEOUT.toMillis());
  private static final int MAXIMUM = 900_000;

  private final OpenApiDocument document;
  private final MethodSite site;

  TimeoutReader(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  Duration read(Fields fields) {
    OptionalInt written = fields.integer("timeoutInMillis");
    int millis = written.orElse(USUAL_MAXIMUM);
    String problem =
        site.integrationProblem(
            "Timeout should be between 50 ms and 29000 ms, not \"" + millis + "\"");
    if (millis < MINIMUM || millis > MAXIMUM) {
      document.report(
          DocumentCodes.GM2175,
          fields.range("timeoutInMillis"),
          problem,
          "write milliseconds in that range; streamed answers may take up to 900000");
    } else if (millis > USUAL_MAXIMUM && !IntegrationExtension.isStreamed(fields)) {
      document.report(
          DocumentCodes.GM2176,
          fields.range("timeoutInMillis"),
          problem,
          "it is kept; the managed service needs a raised quota for it");
    }
    return Duration.ofMillis(Math.max(millis, 1));
  }
}
