package io.gatemason.runtime.observe;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/**
 * A metric of OpenTelemetry, which the SDK makes of its own instruments only.
 *
 * @param name its name
 * @param description what it means
 * @param unit of its values, "" for none
 * @param type the kind of points
 * @param data the points
 */
record OtlpMetric(String name, String description, String unit, MetricDataType type, Data<?> data)
    implements MetricData {
  private static final Resource RESOURCE = OtlpNames.resource();
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("io.gatemason");

  static OtlpMetric of(MetricSnapshot snapshot, MetricDataType type, Data<?> data) {
    String name = snapshot.getMetadata().getPrometheusName();
    String help = snapshot.getMetadata().getHelp();
    return new OtlpMetric(
        OtlpNames.metric(name), help == null ? "" : help, OtlpNames.unit(name), type, data);
  }

  @Override
  public Resource getResource() {
    return RESOURCE;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return SCOPE;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public String getUnit() {
    return unit;
  }

  @Override
  public MetricDataType getType() {
    return type;
  }

  @Override
  public Data<?> getData() {
    return data;
  }
}
