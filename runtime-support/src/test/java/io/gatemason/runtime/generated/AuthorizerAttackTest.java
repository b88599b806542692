package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.runtime.integration.RecordedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers send to a guarded gateway, and what a broken authorizer function does to it. */
@Timeout(120)
class AuthorizerAttackTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Guarded, version: "1"}
      x-amazon-apigateway-policy:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "*"}
          - {Effect: Deny, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/admin*"}
      paths:
        /{proxy+}:
          get:
            parameters: [{name: proxy, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: &mock
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200", responseTemplates: {application/json: "$input.params('proxy')"}}}
        /orders:
          get:
            security: [{users: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *mock
      components:
        securitySchemes:
          users:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: custom
            x-amazon-apigateway-authorizer:
              type: token
              authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:users/invocations
      """;

  private static final String ALLOW =
      """
      {"principalId": "alice", "policyDocument": {"Version": "2012-10-17", "Statement":
        [{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]}}
      """;

  @TempDir static Path folder;
  private static GenerationRequest generated;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer lambda;
  private GeneratedService gateway;

  @BeforeEach
  void start() throws Exception {
    lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lambda.createContext("/", this::answer);
    lambda.setExecutor(threads);
    lambda.start();
    if (generated == null) {
      Path document = Files.writeString(folder.resolve("guarded.openapi.yaml"), DOCUMENT);
      generated =
          GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway");
      assertEquals(List.of(), Generator.generate(generated).diagnostics());
    }
    gateway =
        GeneratedService.startGenerated(
            generated,
            Files.createTempDirectory(folder, "classes"),
            Map.of(
                "gateway.aws.endpoint-urls.lambda",
                "http://127.0.0.1:" + lambda.getAddress().getPort(),
                "gateway.authorizers.timeout",
                "PT1S"));
  }

  @AfterEach
  void stop() throws IOException {
    end.countDown();
    gateway.close();
    lambda.stop(0);
    threads.close();
  }

  /** Does what the token says. */
  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String answer = ALLOW;
    if (event.contains("\"slow\"")) {
      await();
    } else if (event.contains("\"huge\"")) {
      answer = "{\"principalId\": \"" + "a".repeat(9_000_000) + "\"}";
    } else if (event.contains("\"rubbish\"")) {
      answer = "<html>";
    } else if (event.contains("\"nobody\"")) {
      answer = "{\"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\"}]}}";
    } else if (event.contains("\"throws\"")) {
      exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
      answer = "{\"errorMessage\": \"secret detail\"}";
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      // The gateway has hung up, as it should.
      end.countDown();
    }
  }

  private void await() {
    try {
      end.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({"slow", "huge", "rubbish", "nobody", "throws"})
  void brokenAuthorizerEndsIn500SoonAndIsNotBelievedLater(String token) throws Exception {
    long start = System.nanoTime();
    for (int i = 1; i <= 2; i++) {
      String answer = send("/orders", "Authorization: " + token);
      assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
      assertFalse(answer.contains("secret"), answer);
      assertEquals(i, asked.get(), "not kept");
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 30);
    assertTrue(send("/orders", "Authorization: good").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void tokenIsFoundInAnyCaseOfItsHeaderAndOnlyOnce() throws Exception {
    assertTrue(send("/orders", "AUTHORIZATION: good").startsWith("HTTP/1.1 200 "));
    assertTrue(send("/orders", "authorization: good").startsWith("HTTP/1.1 200 "));
    assertEquals(1, asked.get());
    for (String both :
        List.of(
            "Authorization: good\r\nAuthorization: bad",
            "Authorization: bad\r\nauthorization: good")) {
      String answer = send("/orders", both);
      assertTrue(answer.matches("(?s)HTTP/1.1 40[13] .*"), answer);
    }
    assertTrue(send("/orders", "X: y").startsWith("HTTP/1.1 401 "));
    assertEquals(1, asked.get());
  }

  @Test
  void noCredentialStandsInTheLog() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason")) {
      send("/orders", "Authorization: rubbish");
      String line = log.await("authorizer users");
      assertFalse(line.contains("Authorization: rubbish"), line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin",
        "/admin/",
        "/admin/users",
        "/%61dmin",
        "/%61%64%6d%69%6e/users",
        "/admin%2Fusers",
        "/admin%2fusers",
        "/admin;a=b",
        "/./admin",
        "/x/../admin",
        "/x/%2e%2e/admin",
        "/x%2f..%2fadmin",
        "/admin?x=y"
      })
  void pathThatIsDeniedIsReachedInNoOtherWriting(String target) throws Exception {
    String answer = send(target, "X: y");
    assertTrue(answer.matches("(?s)HTTP/1.1 (400|403) .*"), answer);
    assertFalse(answer.endsWith("admin"), answer);
  }

  private String send(String target, String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(60_000);
      String request = "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(target, header).getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
