package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * What a web ACL writes of the requests that it judges. Immutable.
 *
 * @param range its name in the template
 * @param destination the ARN of a log group, stream or bucket, or the logical id of one
 * @param redacted parts of requests that are not shown
 * @param keepsOthers whether requests are written that no filter fits
 * @param filters the filters in their order
 */
public record WebAclLogging(
    Range range,
    Optional<Placed<String>> destination,
    List<FieldToMatch> redacted,
    boolean keepsOthers,
    List<Filter> filters) {

  /**
   * Which requests are written, or are not.
   *
   * @param keeps whether those that fit are written
   * @param all whether all conditions have to hold, or one
   * @param conditions the conditions
   */
  public record Filter(boolean keeps, boolean all, List<Condition> conditions) {

    public Filter {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A condition of a request.
   *
   * @param label whether it asks for a label, or for an action
   * @param value the whole name of a label, or an action
   */
  public record Condition(boolean label, String value) {}

  public WebAclLogging {
    redacted = List.copyOf(redacted);
    filters = List.copyOf(filters);
  }

  /** The name of the log, which settings know it by; "" where only the cloud knows it. */
  public String name() {
    return destination
        .map(Placed::value)
        .map(
            arn ->
                arn.replaceFirst("^arn:.*:(?:log-group:|deliverystream/|s3:::)", "")
                    .replaceFirst(":\\*$", ""))
        .orElse("");
  }
}
