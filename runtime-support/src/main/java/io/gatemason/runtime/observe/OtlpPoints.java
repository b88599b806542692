package io.gatemason.runtime.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.metrics.data.SummaryData;
import io.opentelemetry.sdk.metrics.data.SummaryPointData;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of Prometheus as those of OpenTelemetry: cumulative sums, gauges, histograms with their
 * exemplars, and summaries. Immutable. Source: {@code docs/operations.md#metrics-otlp}.
 */
final class OtlpPoints {
  private final long start;

  /** Points that count from a moment on, in milliseconds since 1970. */
  OtlpPoints(long startMillis) {
    this.start = TimeUnit.MILLISECONDS.toNanos(startMillis);
  }

  /** All metrics that have points. */
  List<MetricData> of(MetricSnapshots snapshots, long millis) {
    long now = TimeUnit.MILLISECONDS.toNanos(millis);
    List<MetricData> all = new ArrayList<>();
    for (MetricSnapshot snapshot : snapshots) {
      MetricData metric = snapshot.getDataPoints().isEmpty() ? null : metric(snapshot, now);
      if (metric != null) {
        all.add(metric);
      }
    }
    return all;
  }

  /** Null for kinds that no instrument is of. */
  private @Nullable MetricData metric(MetricSnapshot snapshot, long now) {
    return switch (snapshot) {
      case CounterSnapshot counter ->
          OtlpMetric.of(
              counter,
              MetricDataType.DOUBLE_SUM,
              SumData.createDoubleSumData(
                  true,
                  AggregationTemporality.CUMULATIVE,
                  counter.getDataPoints().stream()
                      .map(point -> number(point, point.getValue(), now))
                      .toList()));
      case GaugeSnapshot gauge ->
          OtlpMetric.of(
              gauge,
              MetricDataType.DOUBLE_GAUGE,
              GaugeData.createDoubleGaugeData(
                  gauge.getDataPoints().stream()
                      .map(point -> number(point, point.getValue(), now))
                      .toList()));
      case InfoSnapshot info ->
          OtlpMetric.of(
              info,
              MetricDataType.DOUBLE_GAUGE,
              GaugeData.createDoubleGaugeData(
                  info.getDataPoints().stream().map(point -> number(point, 1, now)).toList()));
      case HistogramSnapshot histogram ->
          OtlpMetric.of(
              histogram,
              MetricDataType.HISTOGRAM,
              HistogramData.create(
                  AggregationTemporality.CUMULATIVE,
                  histogram.getDataPoints().stream().map(point -> histogram(point, now)).toList()));
      case SummarySnapshot summary ->
          OtlpMetric.of(
              summary,
              MetricDataType.SUMMARY,
              SummaryData.create(
                  summary.getDataPoints().stream()
                      .map(
                          point ->
                              SummaryPointData.create(
                                  start(point),
                                  now,
                                  attributes(point.getLabels()),
                                  point.getCount(),
                                  point.getSum(),
                                  List.of()))
                      .toList()));
      default -> null;
    };
  }

  private DoublePointData number(DataPointSnapshot point, double value, long now) {
    return DoublePointData.create(
        start(point), now, attributes(point.getLabels()), value, List.of());
  }

  private HistogramPointData histogram(HistogramDataPointSnapshot point, long now) {
    ClassicHistogramBuckets buckets = point.getClassicBuckets();
    List<Double> bounds = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      if (Double.isFinite(buckets.getUpperBound(i))) {
        bounds.add(buckets.getUpperBound(i));
      }
      counts.add(buckets.getCount(i));
    }
    HistogramPointData data =
        HistogramPointData.create(
            start(point),
            now,
            attributes(point.getLabels()),
            point.getSum(),
            false,
            0,
            false,
            0,
            bounds,
            counts);
    List<DoubleExemplarData> exemplars = new ArrayList<>();
    point.getExemplars().forEach(exemplar -> exemplars.add(exemplar(exemplar)));
    return exemplars.isEmpty() ? data : new OtlpHistogramPoint(data, exemplars);
  }

  private static DoubleExemplarData exemplar(Exemplar exemplar) {
    SpanContext span =
        SpanContext.create(
            orEmpty(exemplar.getLabels().get(Exemplar.TRACE_ID)),
            orEmpty(exemplar.getLabels().get(Exemplar.SPAN_ID)),
            TraceFlags.getSampled(),
            TraceState.getDefault());
    return DoubleExemplarData.create(
        Attributes.empty(),
        TimeUnit.MILLISECONDS.toNanos(exemplar.getTimestampMillis()),
        span,
        exemplar.getValue());
  }

  private long start(DataPointSnapshot point) {
    return point.hasCreatedTimestamp()
        ? TimeUnit.MILLISECONDS.toNanos(point.getCreatedTimestampMillis())
        : start;
  }

  /** A label that does not apply is empty, and is no attribute. */
  private static Attributes attributes(Labels labels) {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.getValue(i).isEmpty()) {
        attributes.put(OtlpNames.attribute(labels.getName(i)), labels.getValue(i));
      }
    }
    return attributes.build();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
