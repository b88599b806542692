package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.integration.RecordedService;
import io.gatemason.runtime.server.SettingsFile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A generated service whose settings file changes while it runs; it is told of nothing else. */
@Timeout(60)
class StageChangesTest {
  private static final String KEY = "5kD0mPq27LzTnVbR83xYcWfA";
  private static final String IN_FORCE = "changed settings of stages are in force";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final CountDownLatch ASKED = new CountDownLatch(1);
  private static final CountDownLatch ANSWER = new CountDownLatch(1);
  private static final RecordedService BACKEND = new RecordedService(StageChangesTest::answer);

  @TempDir static Path folder;
  private static GeneratedService service;

  /** The size of the cache that is in force, which only the test of sizes changes. */
  private static long size = 1L << 29;

  @BeforeAll
  static void start() throws Exception {
    Path source = Files.createDirectory(folder.resolve("api"));
    Files.writeString(
        source.resolve("shop.openapi.yaml"),
        DOCUMENT.replace("BACKEND", BACKEND.url()).replace("VALUE", KEY));
    Files.writeString(source.resolve("chat.template.yaml"), CHAT);
    GenerationRequest request =
        GenerationRequest.of(source, folder.resolve("generated"), "com.example.gateway");
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .toList());
    Files.writeString(folder.resolve("application.yaml"), SETTINGS);
    service =
        GeneratedService.startGenerated(
            request,
            request.output(),
            folder.resolve("classes"),
            SettingsFile.load(folder.resolve("application.yaml")));
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    BACKEND.close();
    CLIENT.close();
  }

  /** The backend of {@code /slow} answers when it may, the others at once with a number. */
  private static RecordedService.Reply answer(RecordedService.Request request) {
    if (request.target().equals("/slow")) {
      ASKED.countDown();
      try {
        ANSWER.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return RecordedService.Reply.of(200, "call " + CALLS.incrementAndGet());
  }

  @Test
  void whatServicesShareSurvivesAndRunningRequestsEndAsTheyBegan() throws Exception {
    assertEquals("200 blue", get("/dev/limited"));
    assertEquals("200 blue", get("/dev/counted"));
    String cached = get("/dev/cached");
    CompletableFuture<HttpResponse<String>> running =
        CLIENT.sendAsync(request("/dev/slow"), HttpResponse.BodyHandlers.ofString());
    ASKED.await();
    Messages messages = new Messages();
    try (Socket open = new Socket("127.0.0.1", service.port());
        WebSocketClient chat = new WebSocketClient(messages)) {
      assertEquals("blue", colour(open));
      assertEquals("{\"message\": \"hello\"}", chat.ask());

      change("red", size, "", IN_FORCE);

      assertEquals("red", colour(open), "the connection of the client stays");
      assertEquals("{\"message\": \"hello\"}", chat.ask(), "the WebSocket stays");
    }
    ANSWER.countDown();
    assertEquals("blue", running.get().body(), "a running request ends on the old graph");
    assertEquals("200 red", get("/dev/slow"));
    assertEquals(cached, get("/dev/cached"), "the cache stays");
    assertEquals("200 red", get("/dev/limited"), "the second of two at once");
    assertTrue(get("/dev/limited").startsWith("429 "), "the throttle stays");
    assertEquals("200 red", get("/dev/counted"));
    assertTrue(get("/dev/counted").startsWith("429 "), "the quota stays");
  }

  @Test
  void theShareOfACanaryChangesAndSettingsOfMethodsThatThereAreNotAreWarnedOf() throws Exception {
    assertEquals("200 green", get("/prod/colour"));
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server")) {
      change("blue", size, PROD, IN_FORCE);
      assertEquals("200 yellow", get("/prod/colour"));
      assertEquals(
          List.of(
              "gateway.apis.shop.stages.prod.method-settings.things/{id}/PUT has no effect:"
                  + " the stage has no such method",
              "gateway.apis.shop.stages.prod.method-settings.things/{name}/GET has no effect:"
                  + " the stage has no such method"),
          log.text().lines().filter(line -> line.contains("method-settings")).sorted().toList());
    }
  }

  @Test
  void anotherSizeEmptiesTheCacheAndABrokenFileDoesNot() throws Exception {
    String first = get("/dev/cached");
    change(
        "blue",
        3_000_000,
        "canary: {percent-traffic: 150}",
        "stages.prod.canary.percent-traffic is a number from 0 to 100, not \"150\"");
    assertEquals(first, get("/dev/cached"), "what is refused changes nothing");
    size = 2_000_000;
    change("blue", size, "", IN_FORCE);
    String second = get("/dev/cached");
    assertTrue(!second.equals(first), second);
    assertEquals(second, get("/dev/cached"));
  }

  @Test
  void aFileThatIsGoneChangesNothing() throws Exception {
    String before = get("/dev/colour");
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server")) {
      Files.deleteIfExists(folder.resolve("application.yaml"));
      log.await("application.yaml is gone or empty");
    }
    assertEquals(before, get("/dev/colour"));
  }

  /** Changes the file, and waits until the log says that the service has taken it, or not. */
  private static void change(String colour, long cacheBytes, String prod, String said)
      throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server")) {
      Files.writeString(
          folder.resolve("application.yaml"),
          SETTINGS
              + "gateway:\n  apis:\n    shop:\n      stages:\n"
              + "        dev: {variables: {colour: %s}, cache: {size-bytes: %d}}\n"
                  .formatted(colour, cacheBytes)
              + "        prod: {%s}\n".formatted(prod));
      log.await(said);
    }
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(service.uri(path)).header("x-api-key", KEY).build();
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(request(path), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  /** Asks over a connection that is open. */
  private static String colour(Socket open) throws IOException {
    String head = "GET /dev/colour HTTP/1.1\r\nHost: localhost\r\n\r\n";
    open.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      text.append((char) open.getInputStream().read());
    }
    String length = text.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1");
    byte[] body = open.getInputStream().readNBytes(Integer.parseInt(length));
    return new String(body, StandardCharsets.US_ASCII);
  }

  private static final class Messages implements WebSocket.Listener {
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      texts.add(data.toString());
      socket.request(1);
      return null;
    }
  }

  /** A client with one connection. */
  private static final class WebSocketClient implements AutoCloseable {
    private final Messages messages;
    private final WebSocket socket;

    WebSocketClient(Messages messages) {
      this.messages = messages;
      this.socket =
          CLIENT
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/live"), messages)
              .join();
    }

    @Nullable String ask() throws InterruptedException {
      socket.sendText("{}", true).join();
      return messages.texts.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      socket.abort();
    }
  }

  private static final String SETTINGS = "server: {port: 0, host: 127.0.0.1}\n";

  private static final String PROD =
      """
      canary: {percent-traffic: 100}, method-settings: {
        '*/*': {metrics-enabled: true}, '*/GET': {metrics-enabled: true},
        '//GET': {metrics-enabled: true}, '~1things~1{id}/GET': {metrics-enabled: true},
        'things/{id}/*': {metrics-enabled: true}, 'files/{proxy+}/PUT': {metrics-enabled: true},
        'files/{proxy+}/ANY': {metrics-enabled: true}, 'things/{name}/GET': {logging-level: INFO},
        'things/{id}/PUT': {metrics-enabled: true}}
      """
          .replace('\n', ' ');

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: shop, version: "1"}
      paths:
        /colour:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: &colour
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses:
                default:
                  statusCode: "200"
                  responseTemplates: {application/json: $stageVariables.colour}
        /:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *colour
        /things/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *colour
        /files/{proxy+}:
          x-amazon-apigateway-any-method:
            parameters: [{name: proxy, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *colour
        /limited:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *colour
        /counted:
          get:
            security: [{api_key: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *colour
        /cached:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              {type: http_proxy, httpMethod: GET, uri: "BACKEND/cached"}
        /slow:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: BACKEND/slow
              responses:
                default:
                  statusCode: "200"
                  responseTemplates: {application/json: $stageVariables.colour}
      components:
        securitySchemes:
          api_key: {type: apiKey, name: x-api-key, in: header}
      x-gatemason-resources:
        Shop:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: shop}
        Development:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Shop
            StageName: dev
            Variables: {colour: blue}
            CacheClusterEnabled: true
            MethodSettings:
              - {ResourcePath: /~1cached, HttpMethod: GET, CachingEnabled: true}
              - ResourcePath: /~1limited
                HttpMethod: GET
                ThrottlingRateLimit: 0.001
                ThrottlingBurstLimit: 2
        Production:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Shop
            StageName: prod
            Variables: {colour: green}
            CanarySetting: {PercentTraffic: 0, StageVariableOverrides: {colour: yellow}}
        Partner:
          Type: AWS::ApiGateway::ApiKey
          Properties: {Name: partner, Enabled: true, Value: VALUE}
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Quota: {Limit: 2, Period: MONTH}
            ApiStages: [{ApiId: !Ref Shop, Stage: !Ref Development}]
        PartnerInPlan:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties: {KeyId: !Ref Partner, KeyType: API_KEY, UsagePlanId: !Ref Plan}
      """;

  private static final String CHAT =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: chat
            ProtocolType: WEBSOCKET
            RouteSelectionExpression: $request.body.action
        Default:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: $default
            RouteResponseSelectionExpression: $default
            Target: !Sub "integrations/${Mock}"
        DefaultResponse:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Default, RouteResponseKey: $default}
        Mock:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: MOCK
            TemplateSelectionExpression: \\$default
            RequestTemplates: {$default: '{"statusCode": 200}'}
        MockAnswer:
          Type: AWS::ApiGatewayV2::IntegrationResponse
          Properties:
            ApiId: !Ref Chat
            IntegrationId: !Ref Mock
            IntegrationResponseKey: $default
            TemplateSelectionExpression: \\$default
            ResponseTemplates: {$default: '{"message": "hello"}'}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live}
      """;
}
