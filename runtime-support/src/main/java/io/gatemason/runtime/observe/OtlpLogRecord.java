package io.gatemason.runtime.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * A line of a log as OpenTelemetry has it.
 *
 * @param line the body
 * @param nanos when it was written, since 1970
 * @param attributes which log it belongs to
 * @param resource what wrote it
 * @param span of the request that it tells of, an invalid one if that is not traced
 */
record OtlpLogRecord(
    String line, long nanos, Attributes attributes, Resource resource, SpanContext span)
    implements LogRecordData {
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("io.gatemason");

  @Override
  public Resource getResource() {
    return resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return SCOPE;
  }

  @Override
  public long getTimestampEpochNanos() {
    return nanos;
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return nanos;
  }

  @Override
  public SpanContext getSpanContext() {
    return span;
  }

  @Override
  public Severity getSeverity() {
    return Severity.INFO;
  }

  @Override
  public String getSeverityText() {
    return "INFO";
  }

  /** The interface still has it. */
  @Override
  @Deprecated
  public Body getBody() {
    return Body.string(line);
  }

  @Override
  public Value<?> getBodyValue() {
    return Value.of(line);
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }
}
