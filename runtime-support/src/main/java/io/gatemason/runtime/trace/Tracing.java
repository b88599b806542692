package io.gatemason.runtime.trace;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.otlp.OtlpSettings;
import io.helidon.config.Config;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the traces of all stages share. Without a collector and without propagators that somebody
 * has set there is none, and nothing is done for traces. Opened when the service starts; closed
 * after its last request. Safe for concurrent use. Source: {@code docs/behaviour/tracing.md}.
 */
public final class Tracing implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Tracing.class.getName());
  private static final long LAST_SECONDS = 10;

  private final SamplingRules rules;
  private final Propagation propagation;
  private final String region;
  private final Optional<OtlpSettings> otlp;
  private final XrayIds ids = new XrayIds(WallClock.system());
  private final Map<String, Tracer> tracers = new HashMap<>();
  private @Nullable SpanProcessor processor;

  private Tracing(
      SamplingRules rules, Propagation propagation, String region, Optional<OtlpSettings> otlp) {
    this.rules = rules;
    this.propagation = propagation;
    this.region = region;
    this.otlp = otlp;
  }

  /**
   * Reads the settings {@code gateway.tracing}; empty if nothing is to be done for traces.
   *
   * @param environment environment variables by name, null for one that is not set
   * @throws IllegalArgumentException if a setting is unusable
   */
  public static Optional<Tracing> open(
      Config config, Optional<OtlpSettings> otlp, Function<String, @Nullable String> environment) {
    Config tracing = config.get("gateway.tracing");
    SamplingRules rules = SamplingRules.read(tracing, Ticker.system());
    Propagation propagation = Propagation.read(tracing.get("propagators"));
    return otlp.isEmpty() && !tracing.get("propagators").exists()
        ? Optional.empty()
        : Optional.of(new Tracing(rules, propagation, region(config, environment), otlp));
  }

  private static String region(Config config, Function<String, @Nullable String> environment) {
    String named = environment.apply("AWS_REGION");
    String other = named == null ? environment.apply("AWS_DEFAULT_REGION") : named;
    return config.get("gateway.aws.region").asString().orElse(other == null ? "us-east-1" : other);
  }

  /** Says that a stage wants traces that nothing takes. */
  public static void warnWithoutCollector(ApiInfo stage) {
    LOG.log(
        System.Logger.Level.WARNING,
        "stage {0} of {1} is to be traced, but gateway.otlp.endpoint is not set:"
            + " nothing is recorded",
        stage.stage(),
        stage.apiId());
  }

  /** Traces the requests of a stage. */
  public Observer of(ApiInfo stage) {
    if (otlp.isEmpty() && stage.settings().isTraced()) {
      warnWithoutCollector(stage);
    }
    String name = stage.name() + "/" + stage.stage();
    String arn =
        "arn:aws:apigateway:%s::/restapis/%s/stages/%s"
            .formatted(region, stage.apiId(), stage.stage());
    return new StageTraces(
        stage.settings().isTraced(),
        rules.ofStage(name, "AWS::ApiGateway::Stage", arn),
        propagation,
        otlp.map(any -> tracer(name)).orElse(null),
        ids);
  }

  private synchronized Tracer tracer(String service) {
    return tracers.computeIfAbsent(service, this::open);
  }

  private Tracer open(String service) {
    Attributes attributes = Attributes.of(AttributeKey.stringKey("service.name"), service);
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(Resource.create(attributes)))
        .setSampler(Sampler.alwaysOn())
        .setIdGenerator(ids)
        .addSpanProcessor(processor())
        .build()
        .get("io.gatemason");
  }

  private SpanProcessor processor() {
    SpanProcessor open = processor;
    if (open == null) {
      OtlpSettings settings = otlp.orElseThrow();
      open =
          BatchSpanProcessor.builder(settings.spans())
              .setExporterTimeout(settings.timeout())
              .build();
      processor = open;
      LOG.log(System.Logger.Level.INFO, "traces: {0}", settings.endpoint());
    }
    return open;
  }

  /** Has all spans sent that are kept back, for some seconds at most. */
  @Override
  public synchronized void close() {
    if (processor != null && !processor.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS).isDone()) {
      LOG.log(System.Logger.Level.WARNING, "the last spans could not be sent in time");
    }
  }
}
