package io.gatemason.runtime.service;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which methods of which stages were built with a step, such as a throttle. Safe for concurrent
 * use. Source: {@code docs/behaviour/clients.md#method-settings}.
 */
final class BuiltMethods {
  private static final String EVERY = "*";
  private static final String ANY = "ANY";

  private final Map<String, Set<MethodInfo>> methods = new ConcurrentHashMap<>();

  void add(ApiInfo stage, MethodInfo method) {
    methods.computeIfAbsent(name(stage), any -> ConcurrentHashMap.newKeySet()).add(method);
  }

  /** Whether a stage has such a method. */
  boolean any(ApiInfo stage) {
    return methods.containsKey(name(stage));
  }

  /** Whether a stage has such a method for which settings of {@code target} are. */
  boolean any(ApiInfo stage, MethodTarget target) {
    return methods.getOrDefault(name(stage), Set.of()).stream()
        .anyMatch(method -> meant(method, target.httpMethod(), target.resourcePath()));
  }

  private static boolean meant(MethodInfo method, String verb, String path) {
    return (path.equals(EVERY) || path.equals(method.resourcePath()))
        && (verb.equals(EVERY)
            || verb.equals(method.httpMethod())
            || method.httpMethod().equals(ANY));
  }

  private static String name(ApiInfo stage) {
    return stage.apiId() + "/" + stage.stage();
  }
}
