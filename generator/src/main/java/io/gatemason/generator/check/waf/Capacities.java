package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.Quota;
import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.source.Placed;
import java.util.Map;

/** How much web ACLs and groups may take ({@code docs/behaviour/web-acls.md#capacity}). */
final class Capacities implements ServiceCheck {
  private static final Quota MOST = new Quota(5_000, "capacity units");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<String, RuleGroup> groups = service.webAcls().groups();
    for (WebAcl acl : service.webAcls().acls()) {
      MOST.check(CapacityUnits.of(acl, groups), acl.range(), diagnostics);
    }
    for (RuleGroup group : groups.values()) {
      // What a group asks of another one is refused anyway.
      int units = CapacityUnits.of(group, Map.of());
      group.capacity().ifPresent(capacity -> check(capacity, units, diagnostics));
    }
  }

  private static void check(Placed<Integer> capacity, int units, Diagnostics diagnostics) {
    MOST.check(capacity.value(), capacity.range(), diagnostics);
    if (units > capacity.value()) {
      diagnostics.report(
          WebAclCodes.GM2963,
          capacity.range(),
          "the rules take %d capacity units at least, and \"Capacity\" is %d"
              .formatted(units, capacity.value()),
          "the managed service refuses a group that takes more than its capacity");
    }
  }
}
