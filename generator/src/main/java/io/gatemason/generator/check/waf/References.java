package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.ActionOverride;
import io.gatemason.generator.model.waf.WebAcls;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Map;

/** What rules refer to is there ({@code docs/behaviour/web-acls.md#rule-groups}). */
final class References implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    WebAcls all = service.webAcls();
    RuleSets.statements(service, Statement.IpSetMatch.class)
        .forEach(match -> known(match.set(), all.ipSets(), "IPSet", diagnostics));
    RuleSets.statements(service, Statement.PatternSetMatch.class)
        .forEach(match -> known(match.set(), all.patternSets(), "RegexPatternSet", diagnostics));
    RuleSets.statements(service, Statement.GroupReference.class)
        .forEach(
            reference -> {
              known(reference.group(), all.groups(), "RuleGroup", diagnostics);
              RuleGroup group = all.groups().get(reference.group().value());
              if (group != null) {
                String name = group.name().value();
                List<String> rules = group.rules().stream().map(r -> r.name().value()).toList();
                reference
                    .overrides()
                    .forEach(each -> known(each, name, rules, WebAclCodes.GM2960, diagnostics));
              }
            });
  }

  private static void known(
      Placed<String> reference, Map<String, ?> all, String type, Diagnostics diagnostics) {
    if (!all.containsKey(reference.value())) {
      diagnostics.report(
          WebAclCodes.GM2960,
          reference.range(),
          "\"Arn\" refers to no AWS::WAFv2::" + type + " of the templates",
          "declare it in the template and refer to it by !GetAtt and its Arn");
    }
  }

  /** A rule whose action is overridden is one of its group. */
  static void known(
      ActionOverride override,
      String group,
      List<String> rules,
      WebAclCodes code,
      Diagnostics diagnostics) {
    String rule = override.rule().value();
    if (!rules.contains(rule)) {
      diagnostics.report(
          code,
          override.rule().range(),
          "group \"" + group + "\" has no rule \"" + rule + "\"",
          DidYouMean.closest(rule, rules)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("remove the override"));
    }
  }
}
