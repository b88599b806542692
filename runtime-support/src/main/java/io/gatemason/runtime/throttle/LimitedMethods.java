package io.gatemason.runtime.throttle;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which methods of which stages judge their requests by limits: those that were built to. Safe for
 * concurrent use. Source: {@code docs/behaviour/clients.md#method-settings}.
 */
final class LimitedMethods {
  private static final String EVERY = "*";
  private static final String ANY = "ANY";

  private final Map<StageName, Set<MethodInfo>> methods = new ConcurrentHashMap<>();

  void add(ApiInfo stage, MethodInfo method) {
    methods.computeIfAbsent(StageName.of(stage), any -> ConcurrentHashMap.newKeySet()).add(method);
  }

  /** Limits that the settings of a stage have and no method asks for, as {@code GET /pets}. */
  List<String> unasked(ApiInfo stage) {
    Set<MethodInfo> asking = methods.getOrDefault(StageName.of(stage), Set.of());
    List<String> unasked = new ArrayList<>();
    for (String target : new TreeSet<>(stage.settings().limited())) {
      int blank = target.indexOf(' ');
      String verb = target.substring(0, blank);
      String path = target.substring(blank + 1);
      if (asking.stream().noneMatch(method -> meant(method, verb, path))) {
        unasked.add(target);
      }
    }
    return unasked;
  }

  private static boolean meant(MethodInfo method, String verb, String path) {
    return (path.equals(EVERY) || path.equals(method.resourcePath()))
        && (verb.equals(EVERY)
            || verb.equals(method.httpMethod())
            || method.httpMethod().equals(ANY));
  }
}
