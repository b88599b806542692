package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Quota;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.stage.Throttle;
import io.gatemason.generator.source.Range;

/**
 * Limits are no negative numbers, but -1, which limits nothing; a quota's offset leaves something
 * of it ({@code docs/behaviour/clients.md#levels}).
 */
final class LimitNumbers implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (UsagePlan plan : service.usagePlans()) {
      check(plan.throttle(), diagnostics);
      plan.stages().stream()
          .flatMap(stage -> stage.methods().stream())
          .forEach(method -> check(method.throttle(), diagnostics));
      plan.quota().ifPresent(quota -> check(quota, diagnostics));
    }
    for (Api api : service.apis()) {
      api.stages().stream()
          .flatMap(stage -> stage.settings().methods().stream())
          .forEach(method -> check(method.throttle(), diagnostics));
    }
  }

  private static void check(Throttle throttle, Diagnostics diagnostics) {
    throttle
        .ratePerSecond()
        .filter(rate -> rate.value() != -1 && !(rate.value() >= 0))
        .ifPresent(rate -> negative("a rate", rate.range(), diagnostics));
    throttle
        .burst()
        .filter(burst -> burst.value() < -1)
        .ifPresent(burst -> negative("a burst", burst.range(), diagnostics));
  }

  private static void check(Quota quota, Diagnostics diagnostics) {
    if (quota.limit() < 0 || quota.offset() < 0) {
      negative("a quota", quota.range(), diagnostics);
    } else if (quota.offset() > quota.limit()) {
      diagnostics.report(
          StageCodes.GM3508,
          quota.range(),
          "the offset %d leaves nothing of the quota of %d"
              .formatted(quota.offset(), quota.limit()),
          "an offset is what is subtracted in the first period");
    }
  }

  private static void negative(String what, Range range, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3507,
        range,
        what + " cannot be negative",
        "write 0 to refuse everything; rates and bursts of -1 limit nothing");
  }
}
