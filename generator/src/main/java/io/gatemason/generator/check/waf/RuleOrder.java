package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.source.Range;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules have names and priorities of their own ({@code docs/behaviour/web-acls.md#evaluation}), and
 * web ACLs names.
 */
final class RuleOrder implements ServiceCheck {
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,128}");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Set<String> acls = new HashSet<>();
    Set<String> groups = new HashSet<>();
    for (RuleSet set : RuleSets.all(service)) {
      Set<String> names = set instanceof WebAcl ? acls : groups;
      name(set.name().value(), set.name().range(), names, "web ACL or group", diagnostics);
      check(set, diagnostics);
    }
  }

  private static void check(RuleSet set, Diagnostics diagnostics) {
    Set<String> names = new HashSet<>();
    Set<Integer> priorities = new HashSet<>();
    for (Rule rule : set.rules()) {
      name(rule.name().value(), rule.name().range(), names, "rule", diagnostics);
      int priority = rule.priority().value();
      if (priority < 0 || !priorities.add(priority)) {
        report(
            rule.priority().range(),
            priority < 0
                ? "a priority is not below 0"
                : "another rule of \"" + set.name().value() + "\" has priority " + priority,
            diagnostics);
      }
    }
  }

  private static void name(
      String name, Range range, Set<String> seen, String what, Diagnostics diagnostics) {
    if (!NAME.matcher(name).matches()) {
      report(range, "\"" + name + "\" is no name of a rule or web ACL", diagnostics);
    } else if (!seen.add(name)) {
      report(range, "another " + what + " is called \"" + name + "\"", diagnostics);
    }
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2951,
        range,
        problem,
        "names have up to 128 letters, digits, _ and -; names and priorities are unique");
  }
}
