package io.gatemason.generator.check.rule;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.Range;

/**
 * How much of something the managed service takes without a raised quota
 * (docs/behaviour/import.md#quotas).
 *
 * @param what what is counted, as in "301 resources"
 */
public record Quota(int most, String what) {

  /** Warns at a place if there is more. */
  public void check(int count, Range range, Diagnostics diagnostics) {
    if (count > most) {
      diagnostics.report(
          ApiCodes.GM3115,
          range,
          "%d %s; the managed service takes %d without a raised quota".formatted(count, what, most),
          "nothing to do here; raise the quota before it goes there");
    }
  }
}
