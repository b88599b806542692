package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.WallClock;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A collector of OpenTelemetry: lines that belong together are sent at once. */
final class OtlpLogTarget implements LogTarget {
  private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("log.destination");

  private final LogRecordExporter exporter;
  private final Duration timeout;
  private final WallClock clock;
  private final Attributes attributes;
  private final Resource resource = OtlpNames.resource();
  private List<LogRecordData> kept = new ArrayList<>();

  /** Sends the lines of a log group or stream. */
  OtlpLogTarget(LogRecordExporter exporter, Duration timeout, WallClock clock, String destination) {
    this.exporter = exporter;
    this.timeout = timeout;
    this.clock = clock;
    this.attributes = Attributes.of(DESTINATION, destination);
  }

  @Override
  public void write(String line) {
    write(line, SpanContext.getInvalid());
  }

  @Override
  public void write(String line, SpanContext span) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(clock.epochMillis());
    kept.add(new OtlpLogRecord(line, nanos, attributes, resource, span));
  }

  @Override
  public void flush() throws IOException {
    if (kept.isEmpty()) {
      return;
    }
    List<LogRecordData> lines = kept;
    kept = new ArrayList<>();
    CompletableResultCode sent = exporter.export(lines);
    sent.join(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!sent.isSuccess()) {
      throw new IOException(lines.size() + " lines could not be sent to the collector");
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    exporter.shutdown();
  }
}
