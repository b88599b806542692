package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.integration.RecordedService;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a running service does with parts of documents that are easily taken otherwise
 * (docs/behaviour/integrations.md, docs/behaviour/payloads.md).
 */
@Timeout(120)
class DocumentRulesTest {
  private static final String FUNCTION =
      "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
          + "arn:aws:lambda:eu-west-1:123456789012:function:f/invocations";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private RecordedService lambda;
  private ScriptedBackend backend;
  private GeneratedService service;

  @BeforeEach
  void start() throws Exception {
    lambda = new RecordedService(request -> Reply.of(200, "{\"body\": \"ok\"}"));
    backend =
        ScriptedBackend.canned(
            "HTTP/1.1 404 No\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nno", false);
    Path document = folder.resolve("Rules.yaml");
    Files.writeString(document, DOCUMENT.formatted(FUNCTION, FUNCTION));
    GenerationRequest request =
        GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway");
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .toList());
    service =
        GeneratedService.startGenerated(
            request,
            folder.resolve("classes"),
            Map.of(
                "gateway.aws.endpoint-urls.lambda",
                lambda.url(),
                "gateway.limits.payload-bytes",
                "1000",
                "gateway.apis.Rules.variables.backend",
                backend.url()));
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    backend.close();
    lambda.close();
    client.close();
  }

  @Test
  void mappingsOfRefusedHeadersFailProxiesOfFunctions() throws Exception {
    assertEquals("500 {\"message\": \"Internal server error\"}", get("/function"));
    assertEquals(0, lambda.requests().size());
  }

  @Test
  void jsonIsTheTemplateOfClientsThatAcceptAnything() throws Exception {
    assertEquals("200 json", get("/accept"));
    assertEquals("200 json", get("/accept", "Accept", "*/*"));
    assertEquals("200 xml", get("/accept", "Accept", "application/xml"));
    assertEquals("200 xml", get("/accept/xml"));
  }

  @Test
  void mocksPreferTheResponseOfTheirStatusAndBackendsTheFirst() throws Exception {
    assertEquals("404 own", get("/status/mock"));
    assertEquals("400 first", get("/status/http"));
  }

  @Test
  void placeholdersThatNothingFillsReachTheBackend() throws Exception {
    get("/uri");
    assertEquals("GET /a/${other}/b HTTP/1.1", requestLine());
  }

  @Test
  void typesOfBodiesThatAreNotSentAreNotSentEither() throws Exception {
    get("/uri", "Content-Type", "text/xml");
    assertFalse(sent().contains("content-type"), sent());
    get("/post", "Content-Type", "text/xml");
    assertEquals("POST /post HTTP/1.1", requestLine());
    assertFalse(sent().contains("content-type"), sent());
  }

  @Test
  void templatesOfTypesWithParametersAreNeverChosen() throws Exception {
    post("/parameters", "{}".getBytes(), "Content-Type", "application/x+json;version=1");
    assertEquals("{}", body());
  }

  @Test
  void bodiesThatCannotBeReadAreRefusedWhereTemplatesReadThem() throws Exception {
    byte[] gzip = gzip(new byte[900]);
    String type = "{\"message\":\"Unsupported Media Type\"}";
    String size = "{\"message\":\"Request Too Long\"}";
    for (String path : List.of("/reads", "/constant", "/mock", "/custom")) {
      int before = backend.requests().size();
      assertEquals("415 " + type, post(path, "no".getBytes(), "Content-Encoding", "gzip"), path);
      byte[] cut = Arrays.copyOf(gzip, gzip.length - 4);
      assertEquals("415 " + type, post(path, cut, "Content-Encoding", "gzip"), path);
      byte[] large = gzip(new byte[1001]);
      assertEquals("413 " + size, post(path, large, "Content-Encoding", "gzip"), path);
      assertEquals(before, backend.requests().size(), path);
    }
    assertEquals(0, lambda.requests().size());
  }

  @Test
  void templatesOfAnswersThatBecomeBytesFail() throws Exception {
    assertEquals("500 {\"message\": \"Internal server error\"}", get("/bytes"));
  }

  @Test
  void failuresOfIntegrationsAreToldInOneLine() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime")) {
      for (String path : List.of("/gone", "/mock/broken", "/function")) {
        HttpResponse<String> failed =
            client.send(HttpRequest.newBuilder(service.uri(path)).build(), BodyHandlers.ofString());
        assertTrue(failed.statusCode() >= 500, path);
        String id = failed.headers().firstValue("x-amzn-RequestId").orElseThrow();
        String line = log.await(id);
        assertTrue(line.startsWith("request " + id + " (GET " + path + "): "), line);
        assertEquals(1, line.lines().count(), line);
      }
      assertEquals("", log.text());
    }
  }

  private String get(String path, String... headers) throws Exception {
    return answer(HttpRequest.newBuilder(service.uri(path)), headers);
  }

  private String post(String path, byte[] body, String... headers) throws Exception {
    return answer(
        HttpRequest.newBuilder(service.uri(path)).POST(BodyPublishers.ofByteArray(body)), headers);
  }

  private String answer(HttpRequest.Builder request, String... headers) throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer =
        client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private String requestLine() {
    return backend.requests().getLast().lines().findFirst().orElseThrow();
  }

  private String sent() {
    return backend.requests().getLast().toLowerCase(java.util.Locale.ROOT);
  }

  private String body() {
    String request = backend.requests().getLast();
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Rules, version: "1"}
      x-amazon-apigateway-binary-media-types: [image/png]
      paths:
        /function:
          get:
            parameters: [{name: X, in: header, required: false, schema: {type: string}}]
            responses: &ok {"200": {description: ok}, "400": {description: no}, "404": {description: none}}
            x-amazon-apigateway-integration:
              type: aws_proxy
              httpMethod: POST
              uri: %s
              requestParameters: {integration.request.header.TE: method.request.header.X}
        /accept:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses:
                default:
                  statusCode: "200"
                  responseTemplates: {application/xml: xml, application/json: json}
        /accept/xml:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses:
                default:
                  statusCode: "200"
                  responseTemplates: {application/xml: xml, text/plain: plain}
        /status/mock:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 404}'}
              responses: &selected
                "4.*": {statusCode: "400", responseTemplates: {application/json: first}}
                "404": {statusCode: "404", responseTemplates: {application/json: own}}
                default: {statusCode: "200"}
        /status/http:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: "${stageVariables.backend}/first"
              responses: *selected
        /uri:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: "${stageVariables.backend}/a/${other}/b"
              responses: {default: {statusCode: "200"}}
        /post:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: POST
              uri: "${stageVariables.backend}/post"
              responses: {default: {statusCode: "200"}}
        /parameters:
          post:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: POST
              uri: "${stageVariables.backend}/parameters"
              requestTemplates: {application/x+json;version=1: chosen}
              responses: {default: {statusCode: "200"}}
        /reads:
          post:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: POST
              uri: "${stageVariables.backend}/reads"
              requestTemplates: {application/json: "$input.body"}
              responses: {default: {statusCode: "200"}}
        /constant:
          post:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: POST
              uri: "${stageVariables.backend}/constant"
              requestTemplates: {application/json: constant}
              responses: {default: {statusCode: "200"}}
        /mock:
          post:
            responses: *ok
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: "#set($b = $input.body){'statusCode': 200}"}
              responses: {default: {statusCode: "200"}}
        /custom:
          post:
            responses: *ok
            x-amazon-apigateway-integration:
              type: aws
              httpMethod: POST
              uri: %s
              requestTemplates: {application/json: "{}"}
              responses: {default: {statusCode: "200"}}
        /gone:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: GET
              uri: http://127.0.0.1:1/gone
        /mock/broken:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: hello}
              responses: {default: {statusCode: "200"}}
        /bytes:
          get:
            responses: *ok
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: "${stageVariables.backend}/bytes"
              responses:
                default:
                  statusCode: "200"
                  contentHandling: CONVERT_TO_BINARY
                  responseTemplates: {application/json: template}
      """;
}
