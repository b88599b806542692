package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.RateKey;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.Aggregation;
import io.gatemason.generator.model.waf.Statement.RateBased;
import io.gatemason.generator.source.Range;
import java.util.Set;

/** Limits of rate-based statements ({@code docs/behaviour/web-acls.md#rate-based}). */
final class RateLimits implements ServiceCheck {
  private static final int LOWEST = 10;
  private static final int HIGHEST = 2_000_000_000;
  private static final int MOST_KEYS = 5;
  private static final Set<Integer> WINDOWS = Set.of(60, 120, 300, 600);

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.statements(service, Statement.RateBased.class)
        .forEach(rate -> check(rate, diagnostics));
  }

  private static void check(RateBased rate, Diagnostics diagnostics) {
    int limit = rate.limit().value();
    if (limit < LOWEST || limit > HIGHEST) {
      report(rate.limit().range(), "a limit is from " + LOWEST + " to " + HIGHEST, diagnostics);
    }
    if (!WINDOWS.contains(rate.seconds().value())) {
      report(rate.seconds().range(), "a window has 60, 120, 300 or 600 seconds", diagnostics);
    }
    boolean custom = rate.by() == Aggregation.CUSTOM_KEYS;
    if (custom != !rate.keys().isEmpty() || rate.keys().size() > MOST_KEYS) {
      report(rate.range(), "CUSTOM_KEYS, and nothing else, has 1 to 5 CustomKeys", diagnostics);
    }
    if (rate.by() == Aggregation.CONSTANT && rate.scope().isEmpty()) {
      report(rate.range(), "CONSTANT needs a ScopeDownStatement", diagnostics);
    }
    boolean header = rate.by() == Aggregation.FORWARDED_IP || has(rate, RateKey.Kind.FORWARDED_IP);
    if (header == rate.forwarded().isEmpty()) {
      report(
          rate.range(),
          "forwarded addresses, and nothing else, have a ForwardedIPConfig",
          diagnostics);
    }
    if (rate.keys().size() == 1
        && (has(rate, RateKey.Kind.IP) || has(rate, RateKey.Kind.FORWARDED_IP))) {
      report(rate.range(), "an address is a custom key beside others only", diagnostics);
    }
  }

  private static boolean has(RateBased rate, RateKey.Kind kind) {
    return rate.keys().stream().anyMatch(key -> key.kind() == kind);
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2958,
        range,
        problem,
        "say by what requests are counted with AggregateKeyType, and how many are allowed");
  }
}
