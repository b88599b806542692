package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.ForwardedIp;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.ActionOverride;
import io.gatemason.generator.model.waf.TextMatch;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the statements of rules, which may stand inside of each other. */
final class StatementReader {
  private final TemplateResource resource;
  private final String rule;
  private final FieldReader texts;

  /**
   * Reads the statements of a rule.
   *
   * @param rule how messages name it
   */
  StatementReader(TemplateResource resource, String rule) {
    this.resource = resource;
    this.rule = rule;
    this.texts = new FieldReader(resource, rule);
  }

  /** A statement, empty if it cannot be read, which is reported. */
  Optional<Statement> statement(ResourceFields fields) {
    List<String> kinds =
        fields.writtenMembers().stream().map(ObjectNode.Member::name).filter(fields::has).toList();
    if (kinds.size() != 1) {
      resource.report(
          WebAclCodes.GM2959,
          fields.range(),
          "a statement of " + rule + " has to be of exactly one kind, and is of " + kinds.size(),
          "join statements by AndStatement or OrStatement");
      return Optional.empty();
    }
    String kind = kinds.get(0);
    return fields.object(kind).flatMap(body -> statement(kind, body));
  }

  private Optional<Statement> statement(String kind, ResourceFields body) {
    return switch (kind) {
      case "ByteMatchStatement" -> texts.text(body).flatMap(text -> byteMatch(body, text));
      case "RegexMatchStatement" -> regex(body);
      case "RegexPatternSetReferenceStatement" ->
          texts
              .text(body)
              .flatMap(
                  text ->
                      reference(body)
                          .map(set -> new Statement.PatternSetMatch(body.range(), text, set)));
      case "SizeConstraintStatement" -> texts.text(body).flatMap(text -> size(body, text));
      case "SqliMatchStatement" -> texts.text(body).map(text -> sqli(body, text));
      case "XssMatchStatement" ->
          texts.text(body).map(text -> new Statement.XssMatch(body.range(), text));
      case "IPSetReferenceStatement" -> ipSet(body);
      case "LabelMatchStatement" -> label(body);
      case "AndStatement" -> Optional.of(new Statement.And(body.range(), all(body)));
      case "OrStatement" -> Optional.of(new Statement.Or(body.range(), all(body)));
      case "NotStatement" -> not(body);
      case "RateBasedStatement" -> new RateReader(this, resource, rule).rate(body);
      case "RuleGroupReferenceStatement" ->
          reference(body)
              .map(group -> new Statement.GroupReference(body.range(), group, overrides(body)));
      case "ManagedRuleGroupStatement" -> managed(body);
      default -> Optional.of(new Statement.Unknown(body.range(), kind));
    };
  }

  private Optional<Statement> regex(ResourceFields body) {
    body.demand("RegexString");
    Optional<Placed<String>> regex = body.string("RegexString");
    return texts
        .text(body)
        .flatMap(text -> regex.map(each -> new Statement.RegexMatch(body.range(), text, each)));
  }

  private Optional<Statement> byteMatch(ResourceFields body, TextMatch text) {
    body.demand("PositionalConstraint");
    Optional<Placed<String>> base64 = body.string("SearchStringBase64");
    if (base64.isEmpty()) {
      body.demand("SearchString");
    }
    Optional<Placed<String>> search = base64.or(() -> body.string("SearchString"));
    Optional<Placed<Statement.Constraint>> constraint =
        body.choice("PositionalConstraint", Statement.Constraint.class);
    return search.flatMap(
        string ->
            constraint.map(
                where ->
                    new Statement.ByteMatch(
                        body.range(), text, string, base64.isPresent(), where.value())));
  }

  private static Optional<Statement> size(ResourceFields body, TextMatch text) {
    body.demand("ComparisonOperator");
    body.demand("Size");
    Optional<Placed<Double>> size = body.number("Size");
    return body.choice("ComparisonOperator", Statement.Comparison.class)
        .flatMap(
            comparison ->
                size.map(
                    bytes ->
                        new Statement.SizeConstraint(
                            body.range(), text, comparison.value(), bytes.value().longValue())));
  }

  /** How much the detector of SQL finds. */
  private enum Sensitivity {
    LOW,
    HIGH
  }

  private static Statement sqli(ResourceFields body, TextMatch text) {
    boolean high =
        body.choice("SensitivityLevel", Sensitivity.class)
            .map(level -> level.value() == Sensitivity.HIGH)
            .orElse(false);
    return new Statement.SqliMatch(body.range(), text, high);
  }

  private Optional<Statement> ipSet(ResourceFields body) {
    Optional<ForwardedIp> forwarded =
        body.object("IPSetForwardedIPConfig").flatMap(config -> RateReader.forwarded(config, true));
    return reference(body).map(set -> new Statement.IpSetMatch(body.range(), set, forwarded));
  }

  private static Optional<Statement> label(ResourceFields body) {
    body.demand("Scope");
    body.demand("Key");
    Optional<Placed<String>> key = body.string("Key");
    return body.choice("Scope", Statement.LabelScope.class)
        .flatMap(scope -> key.map(k -> new Statement.LabelMatch(body.range(), scope.value(), k)));
  }

  private List<Statement> all(ResourceFields body) {
    body.demand("Statements");
    List<ResourceFields> parts = body.objects("Statements");
    if (body.has("Statements") && parts.size() < 2) {
      resource.report(
          WebAclCodes.GM2953,
          body.range(),
          "a statement of " + rule + " has to join two or more, and joins " + parts.size(),
          "write a statement that stands alone without AndStatement or OrStatement");
    }
    return parts.stream().flatMap(each -> statement(each).stream()).toList();
  }

  private Optional<Statement> not(ResourceFields body) {
    body.demand("Statement");
    return body.object("Statement")
        .flatMap(this::statement)
        .map(part -> new Statement.Not(body.range(), part));
  }

  private Optional<Statement> managed(ResourceFields body) {
    body.demand("VendorName");
    body.demand("Name");
    String vendor = body.string("VendorName").map(Placed::value).orElse("");
    Optional<Statement> scope = body.object("ScopeDownStatement").flatMap(this::statement);
    return body.string("Name")
        .map(
            name ->
                new Statement.ManagedGroup(
                    body.range(), vendor, name, body.string("Version"), overrides(body), scope))
        .map(group -> withoutConfigs(group, body));
  }

  private Statement withoutConfigs(Statement.ManagedGroup group, ResourceFields body) {
    if (group.group().isPresent()) {
      body.written("ManagedRuleGroupConfigs")
          .ifPresent(
              written ->
                  resource.report(
                      WebAclCodes.GM3951,
                      written.range(),
                      "ManagedRuleGroupConfigs of " + rule + " change nothing of its group",
                      "leave them away, or allow GM3951 to go without"));
    }
    return group;
  }

  private List<ActionOverride> overrides(ResourceFields body) {
    Stream<ActionOverride> overridden =
        body.objects("RuleActionOverrides").stream()
            .flatMap(
                each -> {
                  each.demand("Name");
                  each.demand("ActionToUse");
                  Optional<Placed<String>> name = each.string("Name");
                  return each
                      .object("ActionToUse")
                      .flatMap(
                          action -> ActionReader.of(resource, action, "\"ActionToUse\" of " + rule))
                      .flatMap(action -> name.map(rule -> new ActionOverride(rule, action)))
                      .stream();
                });
    Stream<ActionOverride> excluded =
        body.objects("ExcludedRules").stream()
            .flatMap(
                each -> {
                  each.demand("Name");
                  return each.string("Name").stream();
                })
            .map(ActionReader::excluded);
    return Stream.concat(overridden, excluded).toList();
  }

  /** The set or group that an ARN names; text that names none stays as it is. */
  private Optional<Placed<String>> reference(ResourceFields body) {
    body.demand("Arn");
    return body.written("Arn")
        .map(
            arn ->
                new Placed<>(
                    resource
                        .target(arn)
                        .map(target -> target.id().toString())
                        .orElseGet(() -> body.name("Arn").map(Placed::value).orElse("")),
                    arn.range()));
  }
}
