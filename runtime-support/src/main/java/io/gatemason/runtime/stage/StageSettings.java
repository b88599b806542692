package io.gatemason.runtime.stage;

import java.util.HashMap;
import java.util.Map;

/**
 * What a stage sets besides its variables. Immutable; every method that says more gives new
 * settings. Source: {@code docs/behaviour/clients.md#method-settings}.
 */
public final class StageSettings {
  /** Nothing is set. */
  public static final StageSettings NONE = new StageSettings(Map.of(), 0, true, "", false);

  private static final String ANY = "*";
  private static final String CACHED_VERB = "GET";

  private final Map<String, MethodSettings> methods;
  private final long cacheBytes;
  private final boolean renewalAuthorized;
  private final String renewalStrategy;
  private final boolean traced;

  private StageSettings(
      Map<String, MethodSettings> methods,
      long cacheBytes,
      boolean renewalAuthorized,
      String renewalStrategy,
      boolean traced) {
    this.methods = methods;
    this.cacheBytes = cacheBytes;
    this.renewalAuthorized = renewalAuthorized;
    this.renewalStrategy = renewalStrategy;
    this.traced = traced;
  }

  /**
   * The same with settings of the methods of a verb of a resource; {@code *} stands for any verb,
   * and for all resources. They replace older ones of the same.
   */
  public StageSettings methods(String httpMethod, String resourcePath, MethodSettings settings) {
    Map<String, MethodSettings> more = new HashMap<>(methods);
    more.put(key(httpMethod, resourcePath), settings);
    return new StageSettings(
        Map.copyOf(more), cacheBytes, renewalAuthorized, renewalStrategy, traced);
  }

  /** The same with a response cache of at most that size; 0 is no cache. */
  public StageSettings cache(long bytes) {
    return new StageSettings(methods, bytes, renewalAuthorized, renewalStrategy, traced);
  }

  /**
   * The same with a say on who may renew cached answers.
   *
   * @param authorized whether that takes a permission
   * @param strategy what happens to requests without it: {@code FAIL_WITH_403}, {@code
   *     SUCCEED_WITH_RESPONSE_HEADER} or {@code SUCCEED_WITHOUT_RESPONSE_HEADER}
   */
  public StageSettings renewal(boolean authorized, String strategy) {
    return new StageSettings(methods, cacheBytes, authorized, strategy, traced);
  }

  /** The same with a say on whether some requests are traced that nobody else traces. */
  public StageSettings traced(boolean active) {
    return new StageSettings(methods, cacheBytes, renewalAuthorized, renewalStrategy, active);
  }

  /**
   * What is set for a method, each setting by the nearest entry that has it: its own, that of its
   * resource, that of its verb, that of all. Whether answers are kept is taken from entries for any
   * verb by GET alone.
   */
  public MethodSettings of(String verb, String path) {
    return of(verb, verb, path);
  }

  /** The same for requests of a verb to a method that takes more than that, {@code ANY}. */
  public MethodSettings of(String httpMethod, String verb, String path) {
    return entry(verb, path)
        .or(entry(httpMethod, path))
        .or(wide(verb, path))
        .or(entry(verb, ANY))
        .or(wide(verb, ANY));
  }

  /** The settings that are written for exactly that, none if there are none. */
  public MethodSettings entry(String httpMethod, String resourcePath) {
    return methods.getOrDefault(key(httpMethod, resourcePath), MethodSettings.NONE);
  }

  /** Whether any method has an execution log. */
  public boolean isLogged() {
    return methods.values().stream()
        .map(MethodSettings::logLevel)
        .anyMatch(level -> level != null && level != LogLevel.OFF);
  }

  /** Size of the response cache, 0 if there is none. */
  public long cacheBytes() {
    return cacheBytes;
  }

  /** Whether renewing cached answers takes a permission. */
  public boolean renewalAuthorized() {
    return renewalAuthorized;
  }

  /** What happens to requests that would renew and may not, "" for the default. */
  public String renewalStrategy() {
    return renewalStrategy;
  }

  /** Whether some requests are traced that nobody else traces. */
  public boolean isTraced() {
    return traced;
  }

  private MethodSettings wide(String verb, String path) {
    MethodSettings found = entry(ANY, path);
    return verb.equals(CACHED_VERB) ? found : found.withoutCaching();
  }

  private static String key(String httpMethod, String resourcePath) {
    return httpMethod + " " + resourcePath;
  }
}
