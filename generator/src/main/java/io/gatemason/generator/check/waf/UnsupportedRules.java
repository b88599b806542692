package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.source.Range;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Rules that ask what a gateway does not know; allowed, they are left out ({@code
 * docs/behaviour/web-acls.md#unsupported}).
 */
final class UnsupportedRules implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.rulesInUse(service).forEach(rule -> checkActions(rule, diagnostics));
    RuleSets.rulesInUse(service)
        .forEach(
            rule ->
                rule.statement().stream()
                    .flatMap(Statement::all)
                    .forEach(
                        statement ->
                            statement
                                .unsupported()
                                .ifPresent(
                                    what -> report(rule, what, statement.range(), diagnostics))));
  }

  private static void checkActions(Rule rule, Diagnostics diagnostics) {
    Stream.concat(rule.action().stream(), RuleSets.overriding(rule))
        .filter(action -> action.kind().needsTokens())
        .forEach(action -> tokens(rule.name().value(), action, diagnostics));
  }

  private static void tokens(String rule, RuleAction action, Diagnostics diagnostics) {
    String kind = action.kind().word();
    diagnostics.report(
        WebAclCodes.GM3950,
        action.range(),
        "rule \"%s\" has the action %s: there is no service of %s tokens"
            .formatted(rule, kind, kind.toLowerCase(Locale.ROOT)),
        "write another action, or allow GM3950 to have the rule count only");
  }

  private static void report(Rule rule, String what, Range range, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM3951,
        range,
        "rule \"" + rule.name().value() + "\" asks for " + what + ", which is not supported",
        "remove it, or allow GM3951 to go without the rule");
  }
}
