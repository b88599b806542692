package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.RoutingRule.HeaderMatch;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rule asks for two headers and one base path at most, and not for headers that others than the
 * client write ({@code docs/behaviour/domains.md#rules}).
 */
final class RuleConditions implements ServiceCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,39}");
  private static final Pattern GLOB = Pattern.compile("\\*?[\\x21-\\x29\\x2b-\\x7e ]*\\*?");
  private static final Pattern BASE_PATH = Pattern.compile("/?[A-Za-z0-9$_.+!*'()/-]{1,127}");
  private static final int LONGEST_GLOB = 127;
  private static final int LONGEST_INFIX = 41;
  private static final Set<String> FORBIDDEN =
      Set.of(
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-location",
          "forwarded",
          "keep-alive",
          "origin",
          "te",
          "trailers",
          "transfer-encoding",
          "upgrade",
          "via",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-restapi");
  private static final List<String> FORBIDDEN_PREFIXES =
      List.of("access-control-", "apigw-", "proxy-", "x-amz-", "x-amzn-", "x-apigw-api-id");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().stream()
        .flatMap(domain -> domain.rules().stream())
        .forEach(rule -> check(rule, diagnostics));
  }

  private static void check(RoutingRule rule, Diagnostics diagnostics) {
    if (rule.headers().size() > 2 || rule.basePaths().size() > 1) {
      report(
          rule.range(), "a rule has two header conditions and one of a path at most", diagnostics);
    }
    rule.headers().stream().flatMap(List::stream).forEach(match -> check(match, diagnostics));
    rule.basePaths().stream().flatMap(List::stream).forEach(path -> check(path, diagnostics));
  }

  private static void check(HeaderMatch match, Diagnostics diagnostics) {
    String name = match.header().value();
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      report(
          match.header().range(),
          "\"" + name + "\" is no name of a header of less than 40 characters",
          diagnostics);
    } else if (FORBIDDEN.contains(lower)
        || FORBIDDEN_PREFIXES.stream().anyMatch(lower::startsWith)) {
      report(match.header().range(), "no rule can ask for header " + name, diagnostics);
    }
    String glob = match.valueGlob().value();
    boolean infix = glob.length() > 1 && glob.startsWith("*") && glob.endsWith("*");
    if (!GLOB.matcher(glob).matches() || glob.length() > (infix ? LONGEST_INFIX : LONGEST_GLOB)) {
      report(
          match.valueGlob().range(),
          "\"" + glob + "\" is too long, or has a * that is neither first nor last",
          diagnostics);
    }
  }

  private static void check(Placed<String> path, Diagnostics diagnostics) {
    if (!BASE_PATH.matcher(path.value()).matches() || path.value().contains("//")) {
      report(path.range(), "\"" + path.value() + "\" is no base path", diagnostics);
    }
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2606, range, problem, "the managed service refuses such a rule");
  }
}
