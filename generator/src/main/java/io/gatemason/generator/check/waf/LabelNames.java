package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.RateKey;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.LabelScope;
import io.gatemason.generator.source.Placed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Labels, and how rules ask for them ({@code docs/behaviour/web-acls.md#labels}). */
final class LabelNames implements ServiceCheck {
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z_:-]{1,1024}");
  private static final Pattern PART = Pattern.compile("[0-9A-Za-z_-]{1,128}");
  private static final int MOST_PARTS = 6;
  private static final Set<String> RESERVED =
      Set.of("awswaf", "aws", "waf", "rulegroup", "webacl", "regexpatternset", "ipset", "managed");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.rules(service).forEach(rule -> check(rule, diagnostics));
    RuleSets.statements(service, Statement.LabelMatch.class)
        .forEach(match -> check(match, diagnostics));
    RuleSets.statements(service, Statement.RateBased.class)
        .flatMap(rate -> rate.keys().stream())
        .filter(key -> key.kind() == RateKey.Kind.LABEL_NAMESPACE)
        .forEach(key -> check(new Placed<>(key.name(), key.range()), true, diagnostics));
  }

  private static void check(Rule rule, Diagnostics diagnostics) {
    for (Placed<String> label : rule.labels()) {
      if (RuleSets.asksGroup(rule)) {
        report(label, "a rule that asks a group adds no labels", diagnostics);
      } else {
        problem(label.value()).ifPresent(problem -> report(label, problem, diagnostics));
      }
    }
  }

  private static Optional<String> problem(String label) {
    String[] parts = label.split(":", -1);
    if (!KEY.matcher(label).matches()
        || parts.length > MOST_PARTS
        || !Arrays.stream(parts).allMatch(PART.asMatchPredicate())) {
      return Optional.of("\"" + label + "\" is no label");
    }
    return Arrays.stream(parts)
        .filter(RESERVED::contains)
        .findFirst()
        .map(part -> "\"" + part + "\" is reserved for the managed service");
  }

  private static void check(Statement.LabelMatch match, Diagnostics diagnostics) {
    check(match.key(), match.scope() == LabelScope.NAMESPACE, diagnostics);
  }

  private static void check(Placed<String> key, boolean namespace, Diagnostics diagnostics) {
    if (!KEY.matcher(key.value()).matches() || key.value().endsWith(":") != namespace) {
      report(
          key,
          "\"" + key.value() + "\" is no key of a " + (namespace ? "namespace" : "label"),
          diagnostics);
    }
  }

  private static void report(Placed<String> label, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2957,
        label.range(),
        problem,
        "a label is up to five namespaces and a name with colons between; keys of namespaces end"
            + " with a colon");
  }
}
