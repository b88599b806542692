package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import java.util.List;

/** The rules of web ACLs, in order. */
public final class WebAclChecks {
  public static final List<ServiceCheck> ALL =
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
          new UnsupportedRules());

  private WebAclChecks() {}
}
