package io.gatemason.runtime.otlp;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Takes OTLP over HTTP, and nothing else: what is no message of the protocol, or has fields that it
 * does not know, is remembered as a fault.
 */
public final class OtlpCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Serves on a free port. */
  public OtlpCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = unpacked.readAllBytes();
      }
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!exchange.getRequestMethod().equals("POST") || !"application/x-protobuf".equals(type)) {
      faults.add(exchange.getRequestMethod() + " " + type);
    }
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization") + "");
    try {
      decode(exchange.getRequestURI().getPath(), body);
    } catch (InvalidProtocolBufferException e) {
      faults.add(e.toString());
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void decode(String path, byte[] body) throws InvalidProtocolBufferException {
    switch (path) {
      case "/v1/traces" -> traces.add(checked(ExportTraceServiceRequest.parseFrom(body)));
      case "/v1/metrics" -> metrics.add(checked(ExportMetricsServiceRequest.parseFrom(body)));
      case "/v1/logs" -> logs.add(checked(ExportLogsServiceRequest.parseFrom(body)));
      default -> faults.add("nothing is at " + path);
    }
  }

  private <T extends Message> T checked(T message) {
    check(message);
    return message;
  }

  private void check(Message message) {
    if (!message.getUnknownFields().asMap().isEmpty()) {
      faults.add("unknown fields in " + message.getDescriptorForType().getName());
    }
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      Object value = field.getValue();
      List<?> values = value instanceof List<?> list ? list : List.of(value);
      values.stream()
          .filter(Message.class::isInstance)
          .map(Message.class::cast)
          .forEach(this::check);
    }
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was no message of the protocol. */
  public List<String> faults() {
    return faults;
  }

  /** The Authorization header of each request. */
  public List<String> authorizations() {
    return authorizations;
  }

  /** All requests with spans. */
  public List<ExportTraceServiceRequest> traces() {
    return traces;
  }

  /** All spans in the order in which they came. */
  public List<Span> spans() {
    return traces.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  /** The metrics of the last request by name. */
  public Map<String, Metric> metrics() {
    Map<String, Metric> byName = new TreeMap<>();
    metrics
        .getLast()
        .getResourceMetricsList()
        .forEach(
            resource ->
                resource
                    .getScopeMetricsList()
                    .forEach(
                        scope ->
                            scope
                                .getMetricsList()
                                .forEach(metric -> byName.put(metric.getName(), metric))));
    return byName;
  }

  /** All records of logs. */
  public List<LogRecord> logs() {
    return logs.stream()
        .flatMap(request -> request.getResourceLogsList().stream())
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .toList();
  }

  /** Attributes as text by name. */
  public static Map<String, String> attributes(List<KeyValue> attributes) {
    Map<String, String> texts = new TreeMap<>();
    for (KeyValue attribute : new ArrayList<>(attributes)) {
      var value = attribute.getValue();
      texts.put(
          attribute.getKey(),
          switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.toString();
          });
    }
    return texts;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
