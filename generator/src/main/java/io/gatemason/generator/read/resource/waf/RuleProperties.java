package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.Properties;
import java.util.List;

/** What rules of web ACLs and groups say, and what becomes of a request. */
final class RuleProperties {
  private static final Properties HEADER = Properties.of("Name", "Value");

  private static final Properties INSERTING =
      Properties.NONE.with("CustomRequestHandling", Properties.NONE.with("InsertHeaders", HEADER));

  static final Properties BLOCK =
      Properties.NONE.with(
          "CustomResponse",
          Properties.of("CustomResponseBodyKey", "ResponseCode").with("ResponseHeaders", HEADER));

  /** What becomes of a request. */
  static final Properties ACTION =
      Properties.of("Monetize")
          .with("Allow", INSERTING)
          .with("Block", BLOCK)
          .with("Captcha", INSERTING)
          .with("Challenge", INSERTING)
          .with("Count", INSERTING);

  /** How long a solved puzzle counts. */
  static final Properties IMMUNITY =
      Properties.NONE.with("ImmunityTimeProperty", Properties.of("ImmunityTime"));

  /** Bodies of answers, by names of the user's own. */
  static final Properties BODY = Properties.of("Content", "ContentType");

  /** What has to be said of what is counted and shown. */
  static final List<String> VISIBILITY_NAMES =
      List.of("CloudWatchMetricsEnabled", "MetricName", "SampledRequestsEnabled");

  /** What is counted and shown. */
  static final Properties VISIBILITY = Properties.of(VISIBILITY_NAMES.toArray(String[]::new));

  private RuleProperties() {}

  /** One rule. */
  static Properties rule() {
    return Properties.of("Name", "Priority")
        .with("Action", ACTION)
        .with("CaptchaConfig", IMMUNITY)
        .with("ChallengeConfig", IMMUNITY)
        .with("OverrideAction", Properties.of("Count", "None"))
        .with("RuleLabels", Properties.of("Name"))
        .with("Statement", () -> StatementProperties.STATEMENT)
        .with("VisibilityConfig", VISIBILITY);
  }
}
