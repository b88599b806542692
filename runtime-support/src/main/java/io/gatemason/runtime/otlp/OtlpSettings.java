package io.gatemason.runtime.otlp;

import io.helidon.config.Config;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a collector takes OTLP over HTTP: {@code gateway.otlp}, or the variables that OpenTelemetry
 * defines. Nothing of OpenTelemetry is loaded before something is to be sent. Immutable. Source:
 * {@code docs/behaviour/tracing.md#otlp}.
 */
public final class OtlpSettings {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String endpoint;
  private final Map<String, String> headers;
  private final Duration timeout;
  private final String compression;
  private final byte @Nullable [] certificates;

  private OtlpSettings(
      String endpoint,
      Map<String, String> headers,
      Duration timeout,
      String compression,
      byte @Nullable [] certificates) {
    this.endpoint = endpoint;
    this.headers = headers;
    this.timeout = timeout;
    this.compression = compression;
    this.certificates = certificates;
  }

  /**
   * The settings, empty if there is no collector.
   *
   * @param environment environment variables by name, null for one that is not set
   * @throws IllegalArgumentException if a setting is unusable
   */
  public static Optional<OtlpSettings> read(
      Config config, Function<String, @Nullable String> environment) {
    Config otlp = config.get("gateway.otlp");
    String endpoint =
        otlp.get("endpoint")
            .asString()
            .orElseGet(() -> orEmpty(environment.apply("OTEL_EXPORTER_OTLP_ENDPOINT")));
    return endpoint.isBlank()
        ? Optional.empty()
        : Optional.of(
            new OtlpSettings(
                base(otlp.get("endpoint").key() + "", endpoint.strip()),
                headers(otlp.get("headers"), environment),
                otlp.get("timeout").as(Duration.class).orElse(TIMEOUT),
                compression(otlp.get("compression")),
                otlp.get("certificates").asString().map(OtlpSettings::file).orElse(null)));
  }

  private static String base(String name, String endpoint) {
    String scheme;
    String host;
    try {
      URI uri = URI.create(endpoint);
      scheme = uri.getScheme();
      host = uri.getHost();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is no URL: " + e.getMessage(), e);
    }
    if (host == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          name + " is the URL of a collector, such as http://localhost:4318, not " + endpoint);
    }
    return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
  }

  /** {@code a=1,b=2} of the variable; settings come after it. */
  private static Map<String, String> headers(
      Config set, Function<String, @Nullable String> environment) {
    Map<String, String> headers = new TreeMap<>();
    for (String pair : orEmpty(environment.apply("OTEL_EXPORTER_OTLP_HEADERS")).split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        headers.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    for (Config header : set.asNodeList().orElseGet(java.util.List::of)) {
      headers.put(Config.Key.unescapeName(header.name()), header.asString().orElse(""));
    }
    return Map.copyOf(headers);
  }

  private static String compression(Config set) {
    String compression = set.asString().orElse("gzip");
    if (!compression.equals("gzip") && !compression.equals("none")) {
      throw new IllegalArgumentException(
          set.key() + " is gzip or none, not \"" + compression + "\"");
    }
    return compression;
  }

  private static byte[] file(String path) {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The address of the collector. */
  public String endpoint() {
    return endpoint;
  }

  /** How long an export may take. */
  public Duration timeout() {
    return timeout;
  }

  /** What sends spans; to be closed. */
  public SpanExporter spans() {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint + "/v1/traces")
            .setHeaders(() -> headers)
            .setTimeout(timeout)
            .setCompression(compression)
            .setServiceClassLoader(loader());
    if (certificates != null) {
      exporter.setTrustedCertificates(certificates);
    }
    return exporter.build();
  }

  /** What sends metrics; to be closed. */
  public MetricExporter metrics() {
    var exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(endpoint + "/v1/metrics")
            .setHeaders(() -> headers)
            .setTimeout(timeout)
            .setCompression(compression)
            .setServiceClassLoader(loader());
    if (certificates != null) {
      exporter.setTrustedCertificates(certificates);
    }
    return exporter.build();
  }

  /** What sends records of logs; to be closed. */
  public LogRecordExporter logs() {
    var exporter =
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(endpoint + "/v1/logs")
            .setHeaders(() -> headers)
            .setTimeout(timeout)
            .setCompression(compression)
            .setServiceClassLoader(loader());
    if (certificates != null) {
      exporter.setTrustedCertificates(certificates);
    }
    return exporter.build();
  }

  private static ClassLoader loader() {
    return OtlpSettings.class.getClassLoader();
  }
}
