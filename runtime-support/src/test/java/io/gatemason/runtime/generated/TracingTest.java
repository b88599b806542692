package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.integration.RecordedService;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.otlp.OtlpCollector;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traces of a service from a caller's headers to a collector (docs/behaviour/tracing.md). */
@Timeout(120)
class TracingTest {
  private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";
  private static final String TRACE = "5759e988bd862e3fe1be46a994272793";
  private static final String PARENT = "53995c3f42cd8ad8";
  private static final String SENT = "Root=" + ROOT + ";Parent=" + PARENT;

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: "Pet Shop", version: "1"}
      paths:
        /items/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: GET
              uri: BACKEND/items/1?secret=2
        /mapped:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: BACKEND/mapped
              responses: {default: {statusCode: "200"}}
        /broken:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "http://127.0.0.1:CLOSED/"}
        /function:
          get:
            security: [{tokens: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: aws_proxy
              httpMethod: POST
              uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations
        /custom:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: aws
              httpMethod: POST
              uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations
              responses: {default: {statusCode: "200"}}
      components:
        securitySchemes:
          tokens:
            type: apiKey
            in: header
            name: Authorization
            x-amazon-apigateway-authtype: custom
            x-amazon-apigateway-authorizer:
              type: token
              authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:judge/invocations
      """;
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Resources:
        Shop:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: Pet Shop, BodyS3Location: ./shop.yaml}
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Shop
            StageName: prod
            TracingEnabled: true
            CacheClusterEnabled: true
            CacheClusterSize: '0.5'
            MethodSettings: [{ResourcePath: /custom, HttpMethod: GET, CachingEnabled: true}]
        Quiet:
          Type: AWS::ApiGateway::Stage
          Properties: {RestApiId: !Ref Shop, StageName: quiet}
      """;
  private static final String ALLOW =
      """
      {"principalId": "jane", "policyDocument": {"Version": "2012-10-17", "Statement":
      [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}\
      """;

  @TempDir Path folder;

  private final OtlpCollector collector = new OtlpCollector();
  private final RecordedService backend =
      new RecordedService(
          request ->
              Reply.of(200, request.target().contains("judge") ? ALLOW : "{\"statusCode\": 200}"));
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void set() {
    settings.put("gateway.otlp.endpoint", collector.url());
    settings.put("gateway.otlp.headers.Authorization", "Bearer t");
    settings.put("gateway.tracing.rate", "100");
    settings.put("gateway.aws.endpoint-urls.lambda", backend.url());
  }

  @AfterEach
  void close() {
    collector.close();
    backend.close();
  }

  private GeneratedService start() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    String document = DOCUMENT.replace("BACKEND", backend.url());
    try (ServerSocket closed = new ServerSocket(0)) {
      document = document.replace("CLOSED", Integer.toString(closed.getLocalPort()));
    }
    Files.writeString(sources.resolve("shop.yaml"), document);
    Files.writeString(sources.resolve("template.yaml"), TEMPLATE);
    GenerationRequest request = GenerationRequest.of(sources, folder.resolve("out"), "com.example");
    return GeneratedService.start(request, folder.resolve("classes"), settings);
  }

  private static HttpResponse<String> get(GeneratedService service, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private Span span(SpanKind kind, String name) {
    assertEquals(List.of(), collector.faults());
    return collector.spans().stream()
        .filter(span -> span.getKind() == kind && span.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is none of " + collector.spans()));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static Map<String, String> attributes(Span span) {
    return OtlpCollector.attributes(span.getAttributesList());
  }

  @Test
  void spansOfARequestAndOfItsIntegrationAreOneTraceInTheFormOfXray() throws Exception {
    HttpResponse<String> mapped;
    try (GeneratedService service = start()) {
      get(service, "/prod/items/7?token=x", "baggage", "tenant=a");
      mapped = get(service, "/prod/mapped");
    }
    Span server = span(SpanKind.SPAN_KIND_SERVER, "GET /items/{id}");
    Map<String, String> said = attributes(server);
    assertEquals("GET", said.get("http.request.method"));
    assertEquals("/prod/items/7", said.get("url.path"));
    assertEquals("/items/{id}", said.get("http.route"));
    assertEquals("200", said.get("http.response.status_code"));
    assertEquals("127.0.0.1", said.get("client.address"));
    assertEquals("shop", said.get("aws.api_gateway.rest_api_id"));
    assertEquals("prod", said.get("aws.api_gateway.stage"));
    assertEquals("000000000000", said.get("aws.api_gateway.account_id"));
    assertEquals("shop", said.get("apigateway.api_id"));
    assertEquals("prod", said.get("apigateway.stage"));
    assertEquals(36, said.get("aws.api_gateway.request_id").length());
    assertTrue(said.containsKey("apigateway.extended_request_id"));
    assertEquals("Default", said.get("aws.xray.sampling_rule_name"));
    assertEquals(StatusCode.STATUS_CODE_UNSET, server.getStatus().getCode());
    assertTrue(server.getParentSpanId().isEmpty());
    long began = Long.parseLong(hex(server.getTraceId()).substring(0, 8), 16);
    assertTrue(Math.abs(began - Instant.now().getEpochSecond()) < 100, "second of the trace");
    Span client =
        collector.spans().stream()
            .filter(span -> span.getParentSpanId().equals(server.getSpanId()))
            .findFirst()
            .orElseThrow();
    assertEquals(SpanKind.SPAN_KIND_CLIENT, client.getKind());
    assertEquals(server.getTraceId(), client.getTraceId());
    assertEquals(backend.url() + "/items/1", attributes(client).get("url.full"));
    assertEquals("127.0.0.1", attributes(client).get("server.address"));
    assertEquals("200", attributes(client).get("http.response.status_code"));
    assertTrue(client.getEndTimeUnixNano() <= server.getEndTimeUnixNano());
    RecordedService.Request sent = backend.requests().getFirst();
    assertEquals(
        "Root=%s;Parent=%s;Sampled=1".formatted(root(server), hex(client.getSpanId())),
        sent.header(TraceHeader.NAME));
    assertEquals(
        "00-%s-%s-01".formatted(hex(server.getTraceId()), hex(client.getSpanId())),
        sent.header("traceparent"));
    assertEquals("tenant=a", sent.header("baggage"));
    Span other = span(SpanKind.SPAN_KIND_SERVER, "GET /mapped");
    assertEquals(
        "Root=%s;Parent=%s;Sampled=1".formatted(root(other), hex(other.getSpanId())),
        mapped.headers().firstValue(TraceHeader.NAME).orElse(""));
    assertEquals(
        "Pet Shop/prod",
        OtlpCollector.attributes(
                collector.traces().getFirst().getResourceSpans(0).getResource().getAttributesList())
            .get("service.name"));
    assertEquals("Bearer t", collector.authorizations().getFirst());
  }

  private static String root(Span span) {
    String id = hex(span.getTraceId());
    return "1-" + id.substring(0, 8) + "-" + id.substring(8);
  }

  @Test
  void authorizersAndFunctionsAreSpansWithTheirTargets() throws Exception {
    try (GeneratedService service = start()) {
      assertEquals(200, get(service, "/prod/function", "Authorization", "t").statusCode());
    }
    Span server = span(SpanKind.SPAN_KIND_SERVER, "GET /function");
    Span authorizer = span(SpanKind.SPAN_KIND_INTERNAL, "authorizer tokens");
    assertEquals(server.getSpanId(), authorizer.getParentSpanId());
    Span function = span(SpanKind.SPAN_KIND_CLIENT, "Lambda/Invoke");
    assertEquals("orders", attributes(function).get("faas.invoked_name"));
    assertEquals("us-east-1", attributes(function).get("cloud.region"));
    assertEquals("aws-api", attributes(function).get("rpc.system"));
    assertEquals(
        List.of(hex(authorizer.getSpanId()), hex(function.getSpanId())),
        backend.requests().stream()
            .map(sent -> TraceHeader.read(sent.header(TraceHeader.NAME)).parent())
            .toList());
    String traceId = hex(server.getTraceId());
    assertEquals(
        List.of(
            "00-" + traceId + "-" + hex(authorizer.getSpanId()) + "-01",
            "00-" + traceId + "-" + hex(function.getSpanId()) + "-01"),
        backend.requests().stream().map(sent -> sent.header("traceparent")).toList());
  }

  @Test
  void lookingIntoTheCacheIsASpanBesideTheCall() throws Exception {
    try (GeneratedService service = start()) {
      assertEquals(200, get(service, "/prod/custom").statusCode());
      assertEquals(200, get(service, "/prod/custom").statusCode());
    }
    Span server = span(SpanKind.SPAN_KIND_SERVER, "GET /custom");
    Span lookup = span(SpanKind.SPAN_KIND_INTERNAL, "cache lookup");
    Span function = span(SpanKind.SPAN_KIND_CLIENT, "Lambda/Invoke");
    assertEquals(server.getSpanId(), lookup.getParentSpanId());
    assertEquals(server.getSpanId(), function.getParentSpanId());
    assertEquals(1, backend.requests().size());
    assertEquals(
        hex(function.getSpanId()),
        TraceHeader.read(backend.requests().getFirst().header(TraceHeader.NAME)).parent());
  }

  @Test
  void failuresAreErrorsWithTheirType() throws Exception {
    try (GeneratedService service = start()) {
      assertEquals(504, get(service, "/prod/broken").statusCode());
      assertEquals(401, get(service, "/prod/function").statusCode());
    }
    Span broken = span(SpanKind.SPAN_KIND_SERVER, "GET /broken");
    assertEquals(StatusCode.STATUS_CODE_ERROR, broken.getStatus().getCode());
    assertEquals("INTEGRATION_FAILURE", attributes(broken).get("error.type"));
    assertEquals(
        StatusCode.STATUS_CODE_ERROR, span(SpanKind.SPAN_KIND_CLIENT, "GET").getStatus().getCode());
    Span refused = span(SpanKind.SPAN_KIND_SERVER, "GET /function");
    assertEquals(StatusCode.STATUS_CODE_UNSET, refused.getStatus().getCode());
    assertEquals("UNAUTHORIZED", attributes(refused).get("error.type"));
  }

  @Test
  void callersDecideAndTheirTraceGoesOn() throws Exception {
    settings.put("gateway.tracing.rate", "0");
    settings.put("gateway.tracing.reservoir", "0");
    try (GeneratedService service = start()) {
      get(service, "/quiet/items/1", TraceHeader.NAME, SENT + ";Sampled=1");
      get(service, "/prod/items/2", "traceparent", "00-" + TRACE + "-" + PARENT + "-01");
      get(service, "/prod/items/3", TraceHeader.NAME, SENT + ";Sampled=0");
      get(service, "/quiet/items/4");
    }
    List<Span> servers =
        collector.spans().stream()
            .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
            .toList();
    assertEquals(2, servers.size(), servers.toString());
    for (Span server : servers) {
      assertEquals(TRACE, hex(server.getTraceId()));
      assertEquals(PARENT, hex(server.getParentSpanId()));
    }
    assertEquals(SENT + ";Sampled=0", backend.requests().get(2).header(TraceHeader.NAME));
    assertEquals(
        "00-" + TRACE + "-" + PARENT + "-00", backend.requests().get(2).header("traceparent"));
    assertTrue(backend.requests().get(3).header(TraceHeader.NAME).endsWith(";Sampled=0"));
    assertNotEquals("", backend.requests().get(3).header("traceparent"));
  }

  @Test
  void theFirstPropagatorThatARequestHasWins() throws Exception {
    settings.put("gateway.tracing.propagators", "tracecontext,xray");
    try (GeneratedService service = start()) {
      get(
          service,
          "/quiet/items/1",
          TraceHeader.NAME,
          "Root=1-11111111-111111111111111111111111;Parent=1111111111111111;Sampled=1",
          "traceparent",
          "00-" + TRACE + "-" + PARENT + "-00",
          "tracestate",
          "a=1",
          "baggage",
          "tenant=a");
    }
    assertEquals(List.of(), collector.spans());
    RecordedService.Request sent = backend.requests().getFirst();
    assertEquals(SENT + ";Sampled=0", sent.header(TraceHeader.NAME));
    assertEquals("00-" + TRACE + "-" + PARENT + "-00", sent.header("traceparent"));
    assertEquals("a=1", sent.header("tracestate"));
  }

  @Test
  void rulesDecideByPriorityWhatIsTraced() throws Exception {
    String rules = "gateway.tracing.sampling-rules.";
    settings.put(rules + "0.name", "none of the rest");
    settings.put(rules + "0.priority", "20");
    settings.put(rules + "0.service-name", "Pet Shop/*");
    settings.put(rules + "1.name", "items");
    settings.put(rules + "1.priority", "10");
    settings.put(rules + "1.url-path", "/prod/items/?");
    settings.put(rules + "1.http-method", "GET");
    settings.put(rules + "1.resource-arn", "arn:aws:apigateway:us-east-1::/restapis/Shop/*");
    settings.put(rules + "1.attributes.X-Kind", "test*");
    settings.put(rules + "1.rate", "100");
    try (GeneratedService service = start()) {
      get(service, "/prod/mapped");
      get(service, "/prod/items/1");
      get(service, "/prod/items/2", "X-Kind", "testing");
      get(service, "/prod/items/33", "X-Kind", "testing");
    }
    List<String> paths =
        collector.spans().stream()
            .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
            .map(span -> attributes(span).get("url.path"))
            .toList();
    assertEquals(List.of("/prod/items/2"), paths);
    assertEquals(
        "items",
        attributes(span(SpanKind.SPAN_KIND_SERVER, "GET /items/{id}"))
            .get("aws.xray.sampling_rule_name"));
  }

  @Test
  void withoutACollectorTracesArePassedOnAsTheyCame() throws Exception {
    settings.remove("gateway.otlp.endpoint");
    try (GeneratedService service = start()) {
      get(service, "/prod/items/1", TraceHeader.NAME, SENT + ";Sampled=1");
      get(service, "/prod/items/2", "traceparent", "anything");
    }
    assertEquals(SENT + ";Sampled=1", backend.requests().get(0).header(TraceHeader.NAME));
    assertEquals("anything", backend.requests().get(1).header("traceparent"));
    assertEquals("", backend.requests().get(0).header("traceparent"));
    assertEquals(List.of(), collector.spans());
  }

  @Test
  void settingsSwitchAStageOn() throws Exception {
    settings.put("gateway.apis.shop.stages.prod.tracing-enabled", "false");
    settings.put("gateway.apis.shop.stages.quiet.tracing-enabled", "true");
    try (GeneratedService service = start()) {
      get(service, "/prod/items/1");
      get(service, "/quiet/items/2");
    }
    assertEquals(
        "/quiet/items/2",
        attributes(span(SpanKind.SPAN_KIND_SERVER, "GET /items/{id}")).get("url.path"));
  }
}
