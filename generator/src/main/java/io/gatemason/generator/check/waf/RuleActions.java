package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.source.Range;

/** What becomes of requests ({@code docs/behaviour/web-acls.md#actions}). */
final class RuleActions implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.rules(service).forEach(rule -> check(rule, diagnostics));
    service.webAcls().acls().stream()
        .flatMap(acl -> acl.defaultAction().stream())
        .filter(
            action ->
                action.kind() != RuleAction.Kind.ALLOW && action.kind() != RuleAction.Kind.BLOCK)
        .forEach(
            action -> report(action.range(), "a default action is Allow or Block", diagnostics));
  }

  private static void check(Rule rule, Diagnostics diagnostics) {
    String name = "rule \"" + rule.name().value() + "\"";
    if (rule.statement().isPresent()) {
      boolean group = RuleSets.asksGroup(rule);
      if (group && (rule.action().isPresent() || rule.override().isEmpty())) {
        report(
            rule.range(),
            name + " asks a group of rules, and has to have an OverrideAction and no Action",
            diagnostics);
      } else if (!group && rule.override().isPresent()) {
        report(
            rule.override().get().range(),
            name + " asks no group of rules, and has no OverrideAction",
            diagnostics);
      } else if (!group && rule.action().isEmpty()) {
        report(rule.range(), name + " has to have an Action", diagnostics);
      }
    }
    boolean rate = rule.statement().filter(Statement.RateBased.class::isInstance).isPresent();
    rule.action()
        .filter(action -> rate && action.kind() == RuleAction.Kind.ALLOW)
        .ifPresent(
            action ->
                report(action.range(), name + " is rate-based, and cannot allow", diagnostics));
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2952,
        range,
        problem,
        "rules have one Action, those that ask groups of rules one OverrideAction");
  }
}
