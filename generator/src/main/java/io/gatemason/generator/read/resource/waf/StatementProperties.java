package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.Properties;

/** What statements of rules say, which may stand inside of each other. */
final class StatementProperties {
  static final Properties FORWARDED_IP = Properties.of("FallbackBehavior", "HeaderName");
  static final Properties TRANSFORMATION = Properties.of("Priority", "Type");

  private static final Properties FALLBACK = Properties.of("FallbackBehavior");
  private static final Properties NAMED = Properties.of("Name");

  /** A part of a request. */
  static final Properties FIELD =
      Properties.of("AllQueryArguments", "Method", "QueryString", "UriPath")
          .with("SingleQueryArgument", NAMED)
          .with("SingleHeader", NAMED)
          .with("Headers", pattern("ExcludedHeaders", "IncludedHeaders"))
          .with("Cookies", pattern("ExcludedCookies", "IncludedCookies"))
          .with("HeaderOrder", Properties.of("OversizeHandling"))
          .with("Body", Properties.of("OversizeHandling"))
          .with("JsonBody", Properties.of("InvalidFallbackBehavior").and(pattern("IncludedPaths")))
          .with("UriFragment", FALLBACK)
          .with("JA3Fingerprint", FALLBACK)
          .with("JA4Fingerprint", FALLBACK);

  private static final Properties MATCH =
      Properties.NONE
          .with("FieldToMatch", FIELD)
          .with("TextTransformations", TRANSFORMATION)
          .with("PreParseTextTransformations", TRANSFORMATION);

  private static final Properties OVERRIDES =
      Properties.NONE
          .with(
              "RuleActionOverrides",
              Properties.of("Name").with("ActionToUse", RuleProperties.ACTION))
          .with("ExcludedRules", NAMED);

  /** Any statement. */
  static final Properties STATEMENT = statement();

  private StatementProperties() {}

  private static Properties pattern(String... names) {
    return Properties.of("MatchScope", "OversizeHandling")
        .with("MatchPattern", Properties.of("All").and(Properties.of(names)));
  }

  private static Properties statement() {
    return Properties.NONE
        .with(
            "ByteMatchStatement",
            Properties.of("PositionalConstraint", "SearchString", "SearchStringBase64").and(MATCH))
        .with("SqliMatchStatement", Properties.of("SensitivityLevel").and(MATCH))
        .with("XssMatchStatement", MATCH)
        .with("SizeConstraintStatement", Properties.of("ComparisonOperator", "Size").and(MATCH))
        .with(
            "GeoMatchStatement",
            Properties.of("CountryCodes").with("ForwardedIPConfig", FORWARDED_IP))
        .with("AsnMatchStatement", Properties.of("AsnList").with("ForwardedIPConfig", FORWARDED_IP))
        .with(
            "IPSetReferenceStatement",
            Properties.of("Arn")
                .with("IPSetForwardedIPConfig", Properties.of("Position").and(FORWARDED_IP)))
        .with("RegexPatternSetReferenceStatement", Properties.of("Arn").and(MATCH))
        .with("RegexMatchStatement", Properties.of("RegexString").and(MATCH))
        .with("RateBasedStatement", rate())
        .with("AndStatement", Properties.NONE.with("Statements", () -> STATEMENT))
        .with("OrStatement", Properties.NONE.with("Statements", () -> STATEMENT))
        .with("NotStatement", Properties.NONE.with("Statement", () -> STATEMENT))
        .with("LabelMatchStatement", Properties.of("Key", "Scope"))
        .with(
            "ManagedRuleGroupStatement",
            Properties.of("ManagedRuleGroupConfigs", "Name", "VendorName", "Version")
                .with("ScopeDownStatement", () -> STATEMENT)
                .and(OVERRIDES))
        .with("RuleGroupReferenceStatement", Properties.of("Arn").and(OVERRIDES));
  }

  private static Properties rate() {
    Properties transformed = Properties.NONE.with("TextTransformations", TRANSFORMATION);
    return Properties.of("AggregateKeyType", "EvaluationWindowSec", "Limit")
        .with(
            "CustomKeys",
            Properties.of("ASN", "ForwardedIP", "HTTPMethod", "IP")
                .with("Cookie", NAMED.and(transformed))
                .with("Header", NAMED.and(transformed))
                .with("QueryArgument", NAMED.and(transformed))
                .with("QueryString", transformed)
                .with("UriPath", transformed)
                .with("LabelNamespace", Properties.of("Namespace"))
                .with("JA3Fingerprint", FALLBACK)
                .with("JA4Fingerprint", FALLBACK))
        .with("ForwardedIPConfig", FORWARDED_IP)
        .with("ScopeDownStatement", () -> STATEMENT);
  }
}
