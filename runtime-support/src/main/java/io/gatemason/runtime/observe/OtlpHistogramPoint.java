package io.gatemason.runtime.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.List;

/**
 * A point of a histogram with exemplars, which the SDK makes without.
 *
 * @param data the point
 * @param exemplars requests that were in it
 */
record OtlpHistogramPoint(HistogramPointData data, List<DoubleExemplarData> exemplars)
    implements HistogramPointData {

  @Override
  public List<DoubleExemplarData> getExemplars() {
    return exemplars;
  }

  @Override
  public double getSum() {
    return data.getSum();
  }

  @Override
  public long getCount() {
    return data.getCount();
  }

  @Override
  public boolean hasMin() {
    return data.hasMin();
  }

  @Override
  public double getMin() {
    return data.getMin();
  }

  @Override
  public boolean hasMax() {
    return data.hasMax();
  }

  @Override
  public double getMax() {
    return data.getMax();
  }

  @Override
  public List<Double> getBoundaries() {
    return data.getBoundaries();
  }

  @Override
  public List<Long> getCounts() {
    return data.getCounts();
  }

  @Override
  public long getStartEpochNanos() {
    return data.getStartEpochNanos();
  }

  @Override
  public long getEpochNanos() {
    return data.getEpochNanos();
  }

  @Override
  public Attributes getAttributes() {
    return data.getAttributes();
  }
}
