package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template sets for a stage, beside its variables. Immutable.
 *
 * @param methods settings of methods, the wide ones included, in the order of the template; one
 *     entry for each target: of several that are given, the later ones win, setting by setting
 * @param cacheCluster the response cache; empty where there is none, whatever methods say
 * @param canary the share of requests that goes elsewhere
 * @param accessLog the line written for each request
 * @param tracing whether requests are traced
 * @param clientCertificate the logical id or id of the certificate shown to backends
 * @param deployment the logical id or id of the deployment that the stage names
 */
public record StageSettings(
    List<MethodSettings> methods,
    Optional<CacheCluster> cacheCluster,
    Optional<CanarySettings> canary,
    Optional<AccessLogSettings> accessLog,
    Optional<Placed<Boolean>> tracing,
    Optional<Placed<String>> clientCertificate,
    Optional<Placed<String>> deployment) {

  /** Nothing is set. */
  public static final StageSettings NONE =
      new StageSettings(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public StageSettings {
    methods = joined(methods);
  }

  private static List<MethodSettings> joined(List<MethodSettings> entries) {
    Map<MethodSettings.Target, MethodSettings> byTarget = new LinkedHashMap<>();
    for (MethodSettings entry : entries) {
      byTarget.merge(entry.target(), entry, (earlier, later) -> later.or(earlier));
    }
    return List.copyOf(byTarget.values());
  }

  /** Whether some requests are traced. */
  public boolean isTraced() {
    return tracing.map(Placed::value).orElse(false);
  }

  /** The same with another canary. */
  public StageSettings with(CanarySettings other) {
    return new StageSettings(
        methods,
        cacheCluster,
        Optional.of(other),
        accessLog,
        tracing,
        clientCertificate,
        deployment);
  }

  /**
   * What holds for one method: each setting by the nearest entry that has it, in this order: the
   * method's own, its resource with any verb, its verb on any resource, everything. What no entry
   * sets is empty.
   *
   * @param path the resource, such as {@code /pets/{id}}; the route's path of an HTTP API
   * @param verb the verb in upper case
   */
  public MethodSettings of(String path, String verb) {
    return of(path, verb, verb);
  }

  /**
   * Whether requests to a method are limited, with any of its verbs.
   *
   * @param declared the verb that it is declared with
   * @param verbs those that requests to it have
   */
  public boolean throttles(String path, String declared, List<String> verbs) {
    return verbs.stream().anyMatch(verb -> !of(path, verb, declared).throttle().isEmpty());
  }

  private MethodSettings of(String path, String verb, String declared) {
    MethodSettings found = MethodSettings.none(path, verb);
    for (MethodSettings.Target near : MethodSettings.Target.nearestFirst(path, verb, declared)) {
      for (MethodSettings entry : methods) {
        if (entry.target().equals(near)) {
          found = found.or(entry);
        }
      }
    }
    return found;
  }

  /**
   * Whether answers of a method are kept: by a stage with a cache, and settings that say so. Those
   * for any verb mean GET alone.
   *
   * @param path the resource, such as {@code /pets/{id}}
   * @param declared the verb that the method is declared with
   * @param verbs those that requests to it have, of which any does
   */
  public boolean caches(String path, String declared, List<String> verbs) {
    return verbs.stream().anyMatch(verb -> caches(path, verb, declared));
  }

  private boolean caches(String path, String verb, String declared) {
    Optional<Boolean> caching = Optional.empty();
    for (MethodSettings.Target near : MethodSettings.Target.nearestFirst(path, verb, declared)) {
      for (MethodSettings entry : methods) {
        boolean meant = verb.equals("GET") || !near.verb().equals(MethodSettings.Target.ANY);
        if (caching.isEmpty() && meant && entry.target().equals(near)) {
          caching = entry.caching().map(Placed::value);
        }
      }
    }
    boolean timeless =
        of(path, verb, declared).cacheTtlSeconds().filter(ttl -> ttl.value() == 0).isPresent();
    return cacheCluster.isPresent() && caching.orElse(false) && !timeless;
  }
}
