package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/** Which statements stand inside of others ({@code docs/behaviour/web-acls.md#logic}). */
final class Nesting implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RuleSet set : RuleSets.all(service)) {
      for (Rule rule : set.rules()) {
        if (set instanceof RuleGroup && RuleSets.asksGroup(rule)) {
          report(rule.range(), "a group of rules cannot ask another", diagnostics);
        }
        rule.statement().stream()
            .flatMap(Statement::all)
            .forEach(each -> checkParts(each, diagnostics));
      }
    }
  }

  private static void checkParts(Statement statement, Diagnostics diagnostics) {
    for (Statement part : statement.parts()) {
      kindOfItsOwn(part)
          .ifPresent(
              kind ->
                  report(part.range(), kind + " stands at the top of a rule only", diagnostics));
    }
  }

  private static Optional<String> kindOfItsOwn(Statement statement) {
    if (statement instanceof Statement.RateBased) {
      return Optional.of("RateBasedStatement");
    }
    if (statement instanceof Statement.GroupReference) {
      return Optional.of("RuleGroupReferenceStatement");
    }
    return statement instanceof Statement.ManagedGroup
        ? Optional.of("ManagedRuleGroupStatement")
        : Optional.empty();
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2953,
        range,
        problem,
        "rate-based statements and groups of rules are rules of their own");
  }
}
