package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.PatternSet;
import io.gatemason.generator.model.waf.RegexSyntax;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.source.Placed;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Regular expressions can be used ({@code docs/behaviour/web-acls.md#regex}). */
final class RegularExpressions implements ServiceCheck {
  private static final int LONGEST = 512;
  private static final int MOST = 10;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Stream.concat(
            RuleSets.statements(service, Statement.RegexMatch.class)
                .map(Statement.RegexMatch::expression),
            service.webAcls().patternSets().values().stream()
                .sorted(Comparator.comparing(set -> set.range().toString()))
                .flatMap(set -> set.expressions().stream()))
        .forEach(expression -> check(expression, diagnostics));
    for (PatternSet set : service.webAcls().patternSets().values()) {
      if (set.expressions().size() > MOST) {
        report(set.expressions().get(MOST), "a set has up to " + MOST + " of them", diagnostics);
      }
    }
  }

  private static void check(Placed<String> expression, Diagnostics diagnostics) {
    int length = expression.value().length();
    Optional<String> problem =
        length < 1 || length > LONGEST
            ? Optional.of("it has to have 1 to " + LONGEST + " characters")
            : RegexSyntax.of(expression.value()).problem();
    problem.ifPresent(text -> report(expression, text, diagnostics));
  }

  private static void report(Placed<String> expression, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2955,
        expression.range(),
        "the regular expression \"" + expression.value() + "\" cannot be used: " + problem,
        "write it without what web ACLs do not support");
  }
}
