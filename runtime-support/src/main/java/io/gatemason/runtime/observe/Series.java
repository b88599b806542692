package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallTrace.Called.Kind;
import io.gatemason.runtime.exchange.MethodInfo;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The time series of a method, or of all methods of a stage that have none of their own; found once
 * and kept. Safe for concurrent use.
 */
final class Series {
  private static final String OTHER = "other";

  private final Metrics metrics;
  private final SeriesLimit limit;
  private final String[] where;
  private final String resource;
  private final Map<String, CounterDataPoint> errors = new ConcurrentHashMap<>();
  private final Map<Answered, DistributionDataPoint> durations = new ConcurrentHashMap<>();
  private final CounterDataPoint requests;
  private final DistributionDataPoint latency;
  private volatile @Nullable CounterDataPoint hits;
  private volatile @Nullable CounterDataPoint misses;
  private final Map<Kind, DistributionDataPoint> integrationLatency =
      Collections.synchronizedMap(new EnumMap<>(Kind.class));
  private final Map<String, DistributionDataPoint> calls = new ConcurrentHashMap<>();

  /** The series of a stage; of one of its methods if that is not null. */
  Series(Metrics metrics, SeriesLimit limit, ApiInfo stage, @Nullable MethodInfo method) {
    this.metrics = metrics;
    this.limit = limit;
    this.resource = method == null ? "" : method.resourcePath();
    this.where =
        new String[] {
          stage.apiId(),
          stage.stage(),
          stage.canary() == null ? "" : Boolean.toString(stage.servesCanary()),
          resource,
          method == null ? "" : method.httpMethod()
        };
    this.requests = of(metrics.requests, where);
    this.latency = of(metrics.latency, where);
  }

  /** A request was answered after so many milliseconds. */
  void request(double millis, @Nullable Labels traced) {
    requests.inc();
    observe(latency, millis, traced);
  }

  private static void observe(DistributionDataPoint point, double value, @Nullable Labels traced) {
    if (traced == null) {
      point.observe(value);
    } else {
      point.observeWithExemplar(value, traced);
    }
  }

  /** The cache had the answer, or it had not. */
  void cache(boolean hit) {
    CounterDataPoint known = hit ? hits : misses;
    if (known == null) {
      known = of(hit ? metrics.cacheHits : metrics.cacheMisses, where);
      if (hit) {
        hits = known;
      } else {
        misses = known;
      }
    }
    known.inc();
  }

  /** An integration of that kind took so many milliseconds. */
  void integration(@Nullable Kind kind, double millis, @Nullable Labels traced) {
    Kind known = kind == null ? Kind.HTTP : kind;
    observe(integrationLatency.computeIfAbsent(known, this::ofKind), millis, traced);
  }

  private DistributionDataPoint ofKind(Kind kind) {
    return of(metrics.integrationLatency, further(kind.name().toLowerCase(Locale.ROOT)));
  }

  private String[] further(String label) {
    String[] labels = Arrays.copyOf(where, where.length + 1);
    labels[where.length] = label;
    return labels;
  }

  /** An HTTP backend took so many seconds; the same {@code key} means the same labels. */
  void call(String key, double seconds, @Nullable Labels traced, String... labels) {
    observe(calls.computeIfAbsent(key, any -> of(metrics.clientDuration, labels)), seconds, traced);
  }

  /** An error of the client or the server, of a gateway response type or of the backend. */
  void error(boolean client, String responseType) {
    errors
        .computeIfAbsent(
            (client ? "4" : "5") + responseType,
            any -> of(client ? metrics.clientErrors : metrics.serverErrors, further(responseType)))
        .inc();
  }

  /** A request that was answered so took so many seconds. */
  void duration(Answered answered, double seconds, @Nullable Labels traced) {
    observe(durations.computeIfAbsent(answered, this::ofAnswered), seconds, traced);
  }

  private DistributionDataPoint ofAnswered(Answered answered) {
    return of(metrics.serverDuration, answered.labels(resource));
  }

  private CounterDataPoint of(Counter counter, String... labels) {
    return counter.labelValues(limit.takes(counter, 1, labels) ? labels : others(labels.length));
  }

  private DistributionDataPoint of(Histogram histogram, String... labels) {
    boolean fits = limit.takes(histogram, Metrics.HISTOGRAM_SERIES, labels);
    return histogram.labelValues(fits ? labels : others(labels.length));
  }

  private static String[] others(int count) {
    String[] labels = new String[count];
    Arrays.fill(labels, OTHER);
    return labels;
  }

  /**
   * How a request was answered, as the labels of its duration say it.
   *
   * @param verb its verb, {@code _OTHER} if no method took it
   * @param protocol such as {@code HTTP/1.1}
   * @param error the type of the error, "" for none
   */
  record Answered(String verb, int status, boolean secure, String protocol, String error) {

    /** The labels, with the path of the resource, "" where series are not of one method. */
    String[] labels(String resource) {
      return new String[] {
        verb,
        resource,
        Integer.toString(status),
        secure ? "https" : "http",
        protocol.substring(protocol.indexOf('/') + 1),
        error
      };
    }
  }
}
