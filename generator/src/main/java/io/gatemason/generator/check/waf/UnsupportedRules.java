package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.source.Range;

/**
 * Rules that ask what a gateway does not know; allowed, they are left out ({@code
 * docs/behaviour/web-acls.md#unsupported}).
 */
final class UnsupportedRules implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.rules(service)
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

  private static void report(Rule rule, String what, Range range, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM3951,
        range,
        "rule \"" + rule.name().value() + "\" asks for " + what + ", which is not supported",
        "remove it, or allow GM3951 to go without the rule");
  }
}
