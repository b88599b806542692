package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Credentials that are malformed, oversized, repeated or no text, on every kind of guarded method,
 * and identity providers that do not answer as they should.
 */
@Timeout(120)
class CredentialAttackTest {
  private static final String SECRET = "c3VwZXItc2VjcmV0LWNyZWRlbnRpYWw";
  private static final RSAKey KEY = key();

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: guarded, version: "1"}
      paths:
        /token: {get: {security: [{token: []}], responses: &ok {"200": {description: ok}}, x-amazon-apigateway-integration: &mock {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: "200"}}}}}
        /pool: {get: {security: [{pool: []}], responses: *ok, x-amazon-apigateway-integration: *mock}}
        /signed: {get: {x-amazon-apigateway-auth: {type: AWS_IAM}, responses: *ok, x-amazon-apigateway-integration: *mock}}
      components:
        securitySchemes:
          token:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: custom
            x-amazon-apigateway-authorizer:
              type: token
              identityValidationExpression: "Bearer good[A-Za-z0-9]*"
              authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:users/invocations
          pool:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: cognito_user_pools
            x-amazon-apigateway-authorizer:
              type: cognito_user_pools
              providerARNs: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_A"]
      """;

  private static final String ROUTES =
      """
      openapi: 3.0.1
      info: {title: web, version: "1"}
      paths:
        /jwt:
          get:
            security: [{jwt: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: AWS_PROXY
              httpMethod: POST
              payloadFormatVersion: '2.0'
              uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations
      components:
        securitySchemes:
          jwt:
            type: oauth2
            x-amazon-apigateway-authorizer:
              type: jwt
              identitySource: $request.header.Authorization
              jwtConfiguration: {issuer: "http://127.0.0.1:%d/us-east-1_A", audience: [client]}
      """;

  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Resources:
        Guarded:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: guarded, BodyS3Location: ./guarded.yaml}
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Guarded
            StageName: prod
            MethodSettings:
              - {ResourcePath: /*, HttpMethod: "*", LoggingLevel: INFO, DataTraceEnabled: true}
        Web:
          Type: AWS::ApiGatewayV2::Api
          Properties: {BodyS3Location: ./web.yaml}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Web, StageName: live}
      """;

  private static final String ALLOW =
      """
      {"principalId": "alice", "policyDocument": {"Version": "2012-10-17", "Statement":
        [{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]}}
      """;

  @TempDir Path folder;

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile String provider = "good";
  private HttpServer server;
  private GeneratedService gateway;
  private Path executionLog;

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    int port = server.getAddress().getPort();
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("guarded.yaml"), DOCUMENT);
    Files.writeString(sources.resolve("web.yaml"), ROUTES.formatted(port));
    Files.writeString(sources.resolve("template.yaml"), TEMPLATE);
    GenerationRequest request =
        GenerationRequest.of(sources, folder.resolve("generated"), "com.example.gateway");
    assertEquals(List.of(), Generator.generate(request).diagnostics());
    executionLog = folder.resolve("execution.log");
    String log = "gateway.logs.API-Gateway-Execution-Logs_guarded/prod.";
    gateway =
        GeneratedService.startGenerated(
            request,
            folder.resolve("classes"),
            Map.of(
                "gateway.aws.endpoint-urls.lambda",
                "http://127.0.0.1:" + port,
                "gateway.aws.endpoint-urls.cognito-idp",
                "http://127.0.0.1:" + port,
                log + "sink",
                "file",
                log + "path",
                executionLog.toString()));
  }

  @AfterEach
  void stop() throws IOException {
    end.countDown();
    gateway.close();
    server.stop(0);
  }

  /** Functions, a pool and an issuer. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.contains("/functions/")) {
        send(exchange, 200, path.contains(":f/") ? "\"called\"" : ALLOW);
      } else if (path.endsWith("openid-configuration")) {
        String keys = "http://" + exchange.getRequestHeaders().getFirst("Host") + "/keys";
        send(exchange, 200, "{\"jwks_uri\": \"" + keys + "\"}");
      } else {
        keys(exchange);
      }
    } catch (IOException e) {
      // The gateway has hung up, as it should.
      end.countDown();
    }
  }

  private void keys(HttpExchange exchange) throws IOException {
    String keys = new JWKSet(KEY.toPublicJWK()).toString();
    switch (provider) {
      case "slow" -> await();
      case "huge" -> send(exchange, 200, keys.replaceFirst("\\{", "{" + " ".repeat(150_000)));
      case "rubbish" -> send(exchange, 200, "<html>");
      case "down" -> send(exchange, 503, keys);
      case "redirecting" -> {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        send(exchange, 302, keys);
      }
      default -> send(exchange, 200, keys);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void await() {
    try {
      end.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<String> credentials() {
    String token = "eyJhbGciOiJSUzI1NiJ9." + SECRET + "." + SECRET;
    return Stream.of(
        SECRET + " " + SECRET,
        "Bearer",
        "Bearer  ",
        "Basic " + SECRET,
        "Digest username=" + SECRET,
        "Bearer " + token + "." + SECRET,
        "Bearer " + SECRET + "\u00e9\u00fc\u00df",
        "\u00ff\u00fe" + SECRET,
        "Bearer " + SECRET + "\"}\\u0022",
        "AWS4-HMAC-SHA256 " + SECRET,
        "AWS4-HMAC-SHA256 Credential=" + SECRET + "/20300101/us-east-1/execute-api/aws4_request",
        "AWS4-HMAC-SHA256 Credential=/////, SignedHeaders=;;;, Signature=" + SECRET,
        "AWS4-HMAC-SHA256 Credential=AKIA/2/x/y/z, SignedHeaders=host, Signature=" + "0".repeat(64),
        "AWS4-ECDSA-P256-SHA256 Credential=" + SECRET,
        "Bearer ../../" + SECRET,
        "Bearer " + "a".repeat(7_000) + SECRET + "!",
        "Bearer " + token + "\r\nAuthorization: Bearer " + token,
        "Bearer " + token + "\r\nAUTHORIZATION: ",
        "Bearer " + SECRET + ".\r\nauthorization: Basic " + SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/prod/token", "/prod/pool", "/prod/signed", "/live/jwt"})
  void badCredentialsAreRefusedAtOnceAndNotLogged(String path) throws Exception {
    assertTrue(send(path, "X: y").matches("(?s)HTTP/1.1 40[13] .*"));
    try (RecordedLog log = new RecordedLog("")) {
      for (String credential : credentials().toList()) {
        long start = System.nanoTime();
        String answer = send(path, "Authorization: " + credential);
        assertTrue(answer.matches("(?s)HTTP/1.1 40[13] .*"), credential + " -> " + answer);
        assertFalse(answer.contains(SECRET), answer);
        assertFalse(answer.contains("\tat "), answer);
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5, credential);
      }
      String oversized = send(path, "Authorization: Bearer " + "a".repeat(70_000) + SECRET);
      assertTrue(oversized.matches("(?s)HTTP/1.1 4\\d\\d .*"), oversized);
      String logged = log.text();
      assertFalse(logged.contains("\tat "), logged);
      assertFalse(shows(logged), logged);
    }
    gateway.close();
    String execution = Files.exists(executionLog) ? Files.readString(executionLog) : "";
    assertFalse(shows(execution), execution);
  }

  /** Whether more than the last six characters of the secret stand in a text. */
  private static boolean shows(String text) {
    return Stream.iterate(0, i -> i + 7 <= SECRET.length(), i -> i + 1)
        .anyMatch(i -> text.contains(SECRET.substring(i, i + 7)));
  }

  @Test
  void tokenOfAnAuthorizerFunctionIsMaskedInADataTrace() throws Exception {
    assertTrue(
        send("/prod/token", "Authorization: Bearer good" + SECRET).startsWith("HTTP/1.1 200 "));
    gateway.close();
    String execution = Files.readString(executionLog);
    assertTrue(execution.contains("authorizationToken"), execution);
    assertFalse(shows(execution), execution);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow", "huge", "rubbish", "down", "redirecting"})
  void keysThatCannotBeHadLetNobodyInAndDoNotHoldAnybodyUp(String how) throws Exception {
    provider = how;
    long start = System.nanoTime();
    String pool = send("/prod/pool", "Authorization: Bearer " + token("id"));
    assertTrue(pool.startsWith("HTTP/1.1 500 "), pool);
    String jwt = send("/live/jwt", "Authorization: Bearer " + token("id"));
    assertTrue(jwt.startsWith("HTTP/1.1 401 "), jwt);
    assertTrue(jwt.contains("error_description=\"JWKS communication error\""), jwt);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15);
  }

  @Test
  void onlyTheTokenItselfIsBelieved() throws Exception {
    String good = "Authorization: Bearer " + token("id");
    for (String path : List.of("/prod/pool", "/live/jwt")) {
      assertTrue(send(path, good).startsWith("HTTP/1.1 200 "), path);
      assertTrue(send(path, good.replace("Auth", "aUTH")).startsWith("HTTP/1.1 200 "), path);
      String second = send(path, good + "\r\nauthorization: x");
      assertTrue(second.startsWith("HTTP/1.1 401 "), second);
      assertTrue(send(path, "X-" + good).startsWith("HTTP/1.1 401 "), path);
      assertTrue(send(path, good.replace(": ", ":\t")).startsWith("HTTP/1.1 200 "), path);
    }
  }

  private String token(String use) throws Exception {
    String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/us-east-1_A";
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
            new Payload(
                Map.of(
                    "iss",
                    issuer,
                    "aud",
                    "client",
                    "token_use",
                    use,
                    "exp",
                    Instant.now().plusSeconds(600).getEpochSecond())));
    token.sign(new RSASSASigner(KEY));
    return token.serialize();
  }

  private String send(String path, String headers) throws IOException {
    String api = path.startsWith("/live") ? "web" : "guarded";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(60_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: a\r\nx-apigw-api-id: %s\r\nConnection: close\r\n%s\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(path, api, headers).getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
