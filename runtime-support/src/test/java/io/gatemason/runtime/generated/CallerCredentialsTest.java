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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Integrations that are called as whoever calls the method. Requests are signed by the signer of
 * the AWS SDK; services and the key service are servers of the test, which see who has signed.
 */
@Timeout(120)
class CallerCredentialsTest {
  private static final String ALICE = "AKIAALICE00000000000";
  private static final String CAROL = "AKIACAROL00000000000";
  private static final String SECRET = "secret-of-alice-and-carol";

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          post:
            x-amazon-apigateway-auth: {type: AWS_IAM}
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: &service
              type: aws
              httpMethod: POST
              credentials: arn:aws:iam::*:user/*
              uri: arn:aws:apigateway:us-east-1:sqs:path/111122223333/orders
              responses: {default: {statusCode: "200"}}
        /function:
          post:
            x-amazon-apigateway-auth: {type: AWS_IAM}
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: aws_proxy
              httpMethod: POST
              credentials: arn:aws:iam::*:user/*
              uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations
        /open:
          post:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *service
      """;

  private static final String IDENTITIES =
      """
      {"account": "123456789012", "identities": {"alice": {
        "accessKeyId": "%s", "secretAccessKey": "%s", "userId": "AIDA",
        "arn": "arn:aws:iam::123456789012:user/alice", "policies": [%s]}}}
      """;

  private static final String ALLOW =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]}
      """;

  @TempDir static Path folder;
  private static GenerationRequest generated;

  private final Queue<String> signers = new ConcurrentLinkedQueue<>();
  private final Queue<String> askedKeys = new ConcurrentLinkedQueue<>();
  private HttpServer services;
  private GeneratedService gateway;

  @BeforeEach
  void start() throws Exception {
    services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    services.createContext("/", this::serve);
    services.createContext("/keys/", this::giveKey);
    services.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    services.start();
    if (generated == null) {
      Path document = Files.writeString(folder.resolve("orders.openapi.yaml"), DOCUMENT);
      generated =
          GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway");
      assertEquals(
          List.of("GM3307"),
          Generator.generate(generated).diagnostics().stream()
              .map(diagnostic -> diagnostic.code().toString())
              .toList());
    }
    Path identities =
        Files.writeString(
            folder.resolve("identities.json"), IDENTITIES.formatted(ALICE, SECRET, ALLOW));
    String url = "http://127.0.0.1:" + services.getAddress().getPort();
    gateway =
        GeneratedService.startGenerated(
            generated,
            Files.createTempDirectory(folder, "classes"),
            Map.of(
                "gateway.account-id", "123456789012",
                "gateway.aws.endpoint-urls.lambda", url,
                "gateway.aws.endpoint-urls.sqs", url,
                "gateway.iam.key-service.url", url,
                "gateway.iam.identities-file", identities.toString()));
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
    services.stop(0);
  }

  /** An AWS service: says who has signed, and answers as a proxy function would. */
  private void serve(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    signers.add(authorization == null ? "nobody" : scope(authorization));
    answer(exchange, "{\"statusCode\": 200, \"body\": \"done\"}");
  }

  private static String scope(String authorization) {
    return authorization.replaceAll(".*Credential=([^/]+)/\\d+/([^/]+/[^/]+)/.*", "$1 $2");
  }

  /** The key service, which knows carol and gives no keys for functions. */
  private void giveKey(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    askedKeys.add(query.replaceAll("date=\\d+&", ""));
    if (query.contains("service=lambda")) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    Map<String, String> scope = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      scope.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    byte[] key =
        SigningKeys.of(SECRET, scope.get("date"), scope.get("region"), scope.get("service"));
    answer(
        exchange,
        """
        {"accessKeyId": "%s", "signingKey": "%s", "userId": "AIDC",
         "arn": "arn:aws:iam::123456789012:user/carol", "policies": [%s]}
        """
            .formatted(CAROL, Base64.getEncoder().encodeToString(key), ALLOW));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void signsAsTheCallerOfTheFile() throws Exception {
    assertEquals(200, call("/orders", ALICE).statusCode());
    assertEquals(200, call("/function", ALICE).statusCode());
    assertEquals(
        List.of(ALICE + " us-east-1/sqs", ALICE + " us-east-1/lambda"), List.copyOf(signers));
  }

  @Test
  void asksTheKeyServiceForAKeyOfTheCalledService() throws Exception {
    assertEquals(200, call("/orders", CAROL).statusCode());
    assertEquals(List.of(CAROL + " us-east-1/sqs"), List.copyOf(signers));
    assertEquals(
        List.of("region=us-east-1&service=execute-api", "region=us-east-1&service=sqs"),
        List.copyOf(askedKeys));
  }

  @Test
  void callsNothingForCallersWhoseKeyIsNotKnown() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason")) {
      HttpResponse<String> answer = call("/function", CAROL);
      assertEquals(500, answer.statusCode());
      assertEquals("{\"message\": \"Internal server error\"}", answer.body());
      String line = log.await("are not known for lambda");
      assertFalse(line.contains(CAROL) || line.contains(SECRET), line);
    }
    HttpRequest unsigned = post("/open").build();
    assertEquals(500, send(unsigned).statusCode());
    assertTrue(signers.isEmpty(), signers::toString);
  }

  private HttpResponse<String> call(String path, String accessKeyId) throws Exception {
    HttpRequest.Builder request = post(path);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                SignRequest.builder(AwsCredentialsIdentity.create(accessKeyId, SECRET))
                    .request(
                        SdkHttpRequest.builder()
                            .method(SdkHttpMethod.POST)
                            .uri(request.build().uri())
                            .build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .build())
            .request();
    signed
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equals("Host")) {
                request.header(name, values.getFirst());
              }
            });
    return send(request.build());
  }

  private HttpRequest.Builder post(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .POST(HttpRequest.BodyPublishers.noBody());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
