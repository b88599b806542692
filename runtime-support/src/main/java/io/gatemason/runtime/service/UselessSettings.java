package io.gatemason.runtime.service;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.stage.MethodSettings;
import io.helidon.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finds settings of a stage that change nothing, since settings only tune what was built. Source:
 * {@code docs/behaviour/clients.md#method-settings}.
 *
 * @param limited methods that were built with a limit
 * @param cached methods that were built with a cache
 * @param hasMethod whether the stage has a method of a verb, {@code *} for any, and a path
 */
record UselessSettings(
    ApiInfo stage,
    BuiltMethods limited,
    BuiltMethods cached,
    BiPredicate<String, String> hasMethod) {
  private static final String EVERY = "*";

  /** What is wrong, one text for each problem. */
  List<String> of(Config config) {
    Config set = ConfiguredStage.stage(config, stage);
    List<String> problems = new ArrayList<>();
    if (set.get("cache").exists() && !cached.any(stage)) {
      problems.add(
          set.get("cache").key()
              + " has no effect: no method was built with a cache; give one of them one in the"
              + " template");
    }
    for (Config entry : set.get("method-settings").asNodeList().orElseGet(List::of)) {
      MethodTarget target = MethodTarget.of(entry);
      String key = entry.key().toString();
      if (!target.resourcePath().equals(EVERY)
          && !hasMethod.test(target.httpMethod(), target.resourcePath())) {
        problems.add(key + " has no effect: the stage has no such method");
      } else {
        addProblems(key, target, problems);
      }
    }
    return problems;
  }

  private void addProblems(String key, MethodTarget target, List<String> problems) {
    MethodSettings settings = stage.settings().entry(target.httpMethod(), target.resourcePath());
    if (settings.throttles() && !limited.any(stage, target)) {
      problems.add(
          key
              + ": the limit has no effect: no such method was built with a limit; give it one in"
              + " the template, or all of them");
    }
    boolean kept = Boolean.TRUE.equals(settings.caching());
    boolean tuned = settings.cacheSeconds() != null || settings.cacheEncrypted() != null;
    if ((kept || tuned) && !cached.any(stage, target)) {
      problems.add(
          key
              + ": caching has no effect: no such method was built with a cache; give it one in"
              + " the template");
    } else if (kept && stage.settings().cacheBytes() == 0) {
      problems.add(key + ": caching has no effect: the stage has no cache; set cache.size-bytes");
    }
  }
}
