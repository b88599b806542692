package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.source.Range;
import java.util.List;

/** The rules of web ACLs, in order. */
public final class WebAclChecks {
  private static final List<ServiceCheck> ALL =
      List.of(
          new GuardedStages(),
          new RuleOrder(),
          new RuleActions(),
          new Nesting(),
          new Responses(),
          new RegularExpressions(),
          new IpSetAddresses(),
          new LabelNames(),
          new RateLimits(),
          new TestedTexts(),
          new References(),
          new ManagedGroups(),
          new Capacities(),
          new Logs(),
          new UnsupportedRules());

  private WebAclChecks() {}

  /** Reports every place where a rule is broken; who reads it is told in which rule of an ACL. */
  public static void check(Service service, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    ALL.forEach(check -> check.check(service, own));
    List<Rule> rules = RuleSets.rules(service).toList();
    own.all().forEach(each -> diagnostics.add(named(each, rules)));
  }

  private static Diagnostic named(Diagnostic diagnostic, List<Rule> rules) {
    return rules.stream()
        .filter(rule -> isInside(diagnostic.range(), rule.range()))
        .map(rule -> "rule \"" + rule.name().value() + "\"")
        .filter(name -> !diagnostic.message().contains(name))
        .findFirst()
        .map(name -> saying(diagnostic, name + ": " + diagnostic.message()))
        .orElse(diagnostic);
  }

  private static Diagnostic saying(Diagnostic diagnostic, String message) {
    return new Diagnostic(
        diagnostic.code(),
        diagnostic.severity(),
        message,
        diagnostic.range(),
        diagnostic.related(),
        diagnostic.hint());
  }

  private static boolean isInside(Range inner, Range outer) {
    return inner.file() == outer.file()
        && inner.start().compareTo(outer.start()) >= 0
        && inner.end().compareTo(outer.end()) <= 0;
  }
}
