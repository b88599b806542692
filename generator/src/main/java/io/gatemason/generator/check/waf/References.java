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
                reference.overrides().forEach(each -> known(each, group, diagnostics));
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

  private static void known(ActionOverride override, RuleGroup group, Diagnostics diagnostics) {
    List<String> names = group.rules().stream().map(rule -> rule.name().value()).toList();
    if (!names.contains(override.rule().value())) {
      diagnostics.report(
          WebAclCodes.GM2960,
          override.rule().range(),
          "group \"" + group.name().value() + "\" has no rule \"" + override.rule().value() + "\"",
          DidYouMean.closest(override.rule().value(), names)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("remove the override"));
    }
  }
}
