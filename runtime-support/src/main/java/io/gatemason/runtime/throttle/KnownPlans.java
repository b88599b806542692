package io.gatemason.runtime.throttle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The usage plans that lines of a file of keys may name. Immutable. */
final class KnownPlans {
  private final Map<String, UsagePlan> byId;

  KnownPlans(Collection<UsagePlan> plans) {
    this.byId =
        plans.stream()
            .collect(Collectors.toUnmodifiableMap(UsagePlan::id, Function.identity(), (a, b) -> a));
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** What is wrong with the plans of one key: stages that several of them have, in words. */
  List<String> clashes(List<String> ids) {
    List<String> clashes = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    for (String id : ids) {
      UsagePlan plan = byId.get(id);
      for (String stage : plan == null ? List.<String>of() : plan.stageNames()) {
        String other = first.putIfAbsent(stage, id);
        if (other != null && !other.equals(id)) {
          clashes.add(
              "the usage plans %s and %s both have the stage %s: only %s counts there"
                  .formatted(other, id, stage, other));
        }
      }
    }
    return clashes;
  }
}
