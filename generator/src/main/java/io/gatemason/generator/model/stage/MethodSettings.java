package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of a stage's {@code MethodSettings}, or of an HTTP API's {@code RouteSettings}: what is
 * not set is empty. Immutable.
 *
 * @param target for which methods
 * @param range the entry; empty for one that was made up of others
 * @param caching whether answers are kept, given a cache cluster
 * @param cacheTtlSeconds how long they are kept
 * @param cacheEncrypted whether they are encrypted where they leave the process
 * @param throttle the limit that all callers of such a method share
 * @param loggingLevel how much the execution log says
 * @param dataTrace whether it has requests and answers in full
 * @param metrics whether there are metrics of the method's own
 */
public record MethodSettings(
    Target target,
    Optional<Range> range,
    Optional<Placed<Boolean>> caching,
    Optional<Placed<Integer>> cacheTtlSeconds,
    Optional<Placed<Boolean>> cacheEncrypted,
    Throttle throttle,
    Optional<Placed<LoggingLevel>> loggingLevel,
    Optional<Placed<Boolean>> dataTrace,
    Optional<Placed<Boolean>> metrics) {

  /** How much an execution log says. */
  public enum LoggingLevel {
    OFF,
    ERROR,
    INFO
  }

  /**
   * Which methods are meant.
   *
   * @param path a resource as paths are written, {@code /pets/{id}}; {@code *} for all
   * @param verb in upper case; {@code *} for all
   */
  public record Target(String path, String verb) {
    /** Stands for every path and every verb. */
    public static final String ANY = "*";

    /** Everything that a stage has. */
    public static final Target ALL = new Target(ANY, ANY);

    static List<Target> nearestFirst(String path, String verb, String declared) {
      return Stream.of(
              new Target(path, verb),
              new Target(path, declared),
              new Target(path, ANY),
              new Target(ANY, verb),
              Target.ALL)
          .distinct()
          .toList();
    }
  }

  static MethodSettings none(String path, String verb) {
    return new MethodSettings(
        new Target(path, verb),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Throttle.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** These settings, and for what they leave open those of another entry. */
  MethodSettings or(MethodSettings other) {
    return new MethodSettings(
        target,
        range,
        caching.or(other::caching),
        cacheTtlSeconds.or(other::cacheTtlSeconds),
        cacheEncrypted.or(other::cacheEncrypted),
        throttle.or(other.throttle),
        loggingLevel.or(other::loggingLevel),
        dataTrace.or(other::dataTrace),
        metrics.or(other::metrics));
  }
}
