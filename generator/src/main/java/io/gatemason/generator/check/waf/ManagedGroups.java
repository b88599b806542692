package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.ManagedRuleSet;
import io.gatemason.generator.model.waf.Statement.ManagedGroup;

/** What has no effect on managed groups ({@code docs/behaviour/web-acls.md#managed-groups}). */
final class ManagedGroups implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.statements(service, ManagedGroup.class)
        .forEach(managed -> managed.group().ifPresent(group -> check(managed, group, diagnostics)));
  }

  private static void check(ManagedGroup managed, ManagedRuleSet group, Diagnostics diagnostics) {
    String name = managed.name().value();
    managed
        .overrides()
        .forEach(
            each -> References.known(each, name, group.rules(), WebAclCodes.GM2961, diagnostics));
    managed
        .version()
        .ifPresent(
            version ->
                diagnostics.report(
                    WebAclCodes.GM2969,
                    version.range(),
                    "there is one version of group \"" + name + "\", and \"Version\" chooses none",
                    "nothing to do here"));
  }
}
