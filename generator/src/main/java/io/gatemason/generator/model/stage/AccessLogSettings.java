package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/**
 * The line that a stage writes for each request. Immutable.
 *
 * @param range the setting
 * @param destination the ARN of a log group or stream, or the logical id of one; empty where only
 *     the cloud knows it
 * @param format the line, with {@code $context} variables; empty where only a destination is named
 */
public record AccessLogSettings(
    Range range, Optional<Placed<String>> destination, Optional<ScalarNode> format) {

  /** The name of the log group or stream, empty where only the cloud knows it. */
  public Optional<String> group() {
    return destination.map(
        written ->
            written
                .value()
                .replaceFirst("^arn:.*:(?:log-group:|deliverystream/)", "")
                .replaceFirst(":\\*$", ""));
  }
}
