package io.gatemason.runtime.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a stage makes of its settings for a method: one thing, or one for each verb of requests
 * where the method takes any. Immutable. Source: {@code docs/behaviour/clients.md#method-settings}.
 *
 * @param <T> what is made of settings
 */
public final class ByVerb<T> {
  private static final String ANY = "ANY";
  private static final List<String> VERBS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private final T own;
  private final Map<String, T> verbs;

  private ByVerb(T own, Map<String, T> verbs) {
    this.own = own;
    this.verbs = verbs;
  }

  /** The same for all verbs. */
  public static <T> ByVerb<T> same(T one) {
    return new ByVerb<>(one, Map.of());
  }

  /**
   * Made for each verb.
   *
   * @param httpMethod the verb of the method, {@code ANY} for one that takes any
   */
  public static <T> ByVerb<T> of(String httpMethod, Function<String, T> made) {
    Map<String, T> verbs = new HashMap<>();
    for (String verb : httpMethod.equals(ANY) ? VERBS : List.<String>of()) {
      verbs.put(verb, made.apply(verb));
    }
    return new ByVerb<>(made.apply(httpMethod), Map.copyOf(verbs));
  }

  /** Whether it is so for any verb. */
  public boolean any(Predicate<T> test) {
    return test.test(own) || verbs.values().stream().anyMatch(test);
  }

  /** What there is for requests of a verb. */
  public T of(String verb) {
    return verbs.isEmpty() ? own : verbs.getOrDefault(verb, own);
  }
}
