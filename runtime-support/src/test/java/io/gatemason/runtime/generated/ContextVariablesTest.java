package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.log.LoggedNames;
import io.gatemason.runtime.json.Json;
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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Every variable of {@code $context} of REST and HTTP APIs has a value in an access log of some
 * request, or is produced where its test is named, or is listed as having none.
 */
class ContextVariablesTest {
  private static final Path SOURCE = Path.of("src/test/resources/context");
  private static final Path TESTS = Path.of("src/test");

  /** Variables that need other surroundings, and the tests that produce them. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("waf.error", "java/io/gatemason/runtime/generated/WebAclTest.java"),
          Map.entry("waf.latency", "java/io/gatemason/runtime/generated/WebAclTest.java"),
          Map.entry("waf.status", "java/io/gatemason/runtime/generated/WebAclTest.java"),
          Map.entry("wafResponseCode", "java/io/gatemason/runtime/generated/WebAclTest.java"),
          Map.entry("webaclArn", "java/io/gatemason/runtime/generated/WebAclTest.java"),
          Map.entry("dataProcessed", "java/io/gatemason/runtime/server/AccessLogsTest.java"),
          Map.entry("routeKey", "java/io/gatemason/runtime/server/AccessLogsTest.java"),
          Map.entry("cipherSuite", "java/io/gatemason/runtime/server/TlsTest.java"),
          Map.entry("tlsVersion", "java/io/gatemason/runtime/server/TlsTest.java"),
          Map.entry(
              "customDomain.basePathMatched",
              "java/io/gatemason/runtime/server/CustomDomainsTest.java"),
          Map.entry(
              "customDomain.routingRuleIdMatched",
              "java/io/gatemason/runtime/server/CustomDomainsTest.java"));

  private static final List<String> GROUPS_ELSEWHERE = List.of("identity.clientCert.");

  private static final List<String> OVERRIDES =
      List.of(
          "requestOverride.header.a",
          "requestOverride.path.part",
          "requestOverride.querystring.q",
          "responseOverride.header.b",
          "responseOverride.status");

  private static final String IDENTITIES =
      """
      {"account": "123456789012", "identities": {"alice": {
        "accessKeyId": "AKIAALICE", "secretAccessKey": "secret-of-alice",
        "accountId": "123456789012", "arn": "arn:aws:iam::123456789012:user/alice",
        "userId": "AIDAALICE", "policies": []}}}
      """;

  @TempDir Path folder;

  private HttpServer others;

  @BeforeEach
  void start() throws IOException {
    others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    others.createContext("/", ContextVariablesTest::answer);
    others.start();
  }

  @AfterEach
  void stop() {
    others.stop(0);
  }

  /** A backend, Lambda and S3 in one. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String said =
        !path.contains("functions/")
            ? "hello"
            : path.contains("total")
                ? "{\"statusCode\":200,\"body\":\"3\"}"
                : asked.contains("nobody") ? "\"nothing\"" : policy();
    exchange.getResponseHeaders().set("x-amzn-RequestId", "11111111-2222");
    exchange.getResponseHeaders().set("x-amz-id-2", "second");
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String policy() {
    return "{\"principalId\":\"alice\",\"context\":{\"size\":\"large\"},\"policyDocument\":{\"Version\":"
        + "\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"execute-api:Invoke\","
        + "\"Resource\":\"*\"}]}}";
  }

  @Test
  void everyVariableHasAValueOrAReasonForNone() throws Exception {
    TreeSet<String> names = new TreeSet<>(ContextNames.all());
    names.removeIf(name -> LoggedNames.isNeverLogged(name, Api.Kind.REST));
    names.removeAll(ELSEWHERE.keySet());
    names.removeIf(name -> GROUPS_ELSEWHERE.stream().anyMatch(name::startsWith));
    names.addAll(OVERRIDES);
    names.addAll(List.of("authorizer.principalId", "authorizer.size"));
    Map<String, String> produced = produced(List.copyOf(names));
    names.removeAll(produced.keySet());
    assertEquals(new TreeSet<>(), names);
    assertEquals("REGIONAL", produced.get("endpointType"));
    assertEquals("h", produced.get("requestOverride.header.a"));
    assertEquals("202", produced.get("responseOverride.status"));
    assertEquals("vpce-1", produced.get("identity.vpceId"));
  }

  @Test
  void whatIsProducedElsewhereIsTestedThere() throws IOException {
    for (Map.Entry<String, String> each : ELSEWHERE.entrySet()) {
      String test = Files.readString(TESTS.resolve(each.getValue()));
      String constant = ContextNames.constant(each.getKey());
      assertTrue(test.contains(each.getKey()) || test.contains(constant), each.getKey());
    }
  }

  @Test
  void thePageNamesAllThatHaveNone() throws IOException {
    String page = Files.readString(Path.of("../docs/behaviour/context.md"));
    String list = page.substring(page.indexOf("<a id=\"valueless\">"));
    for (Map.Entry<String, String> each : ContextNames.valueless().entrySet()) {
      assertTrue(list.contains("`" + each.getKey() + "`"), each.getKey());
      assertTrue(list.contains(each.getValue()), each.getValue());
    }
  }

  /** The last value that each variable had in the access logs of two stages. */
  private Map<String, String> produced(List<String> names) throws Exception {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.copy(
        SOURCE.resolve("all.yaml"),
        source.resolve("all.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    int half = names.size() / 2;
    Files.writeString(
        source.resolve("template.yaml"),
        template(names.subList(0, half), names.subList(half, names.size())));
    Map<String, String> settings = new TreeMap<>();
    String address = "127.0.0.1:" + others.getAddress().getPort();
    settings.put("gateway.aws.endpoint-url", "http://" + address);
    settings.put("gateway.listener.private-endpoint.vpc", "vpc-1");
    settings.put("gateway.listener.private-endpoint.vpce", "vpce-1");
    settings.put("gateway.account-id", "123456789012");
    settings.put(
        "gateway.iam.identities-file",
        Files.writeString(folder.resolve("identities.json"), IDENTITIES).toString());
    for (String stage : List.of("one", "two")) {
      settings.put("gateway.apis.all.stages." + stage + ".variables.backend", address);
      settings.put("gateway.logs." + stage + ".sink", "file");
      settings.put("gateway.logs." + stage + ".path", folder.resolve(stage).toString());
    }
    try (GeneratedService service =
        GeneratedService.start(
            GenerationRequest.of(source, folder.resolve("java"), "com.example.context"),
            folder.resolve("classes"),
            settings)) {
      for (String stage : List.of("one", "two")) {
        traffic(service, "/" + stage);
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (String stage : List.of("one", "two")) {
      for (String line : Files.readAllLines(folder.resolve(stage))) {
        Json.read(line)
            .properties()
            .forEach(
                each -> {
                  if (!each.getValue().asText().equals("-")) {
                    values.put(each.getKey(), each.getValue().asText());
                  }
                });
      }
    }
    return values;
  }

  private static String template(List<String> first, List<String> second) {
    return """
    AWSTemplateFormatVersion: '2010-09-09'
    Resources:
      all:
        Type: AWS::ApiGateway::RestApi
        Properties: {Name: all, BodyS3Location: ./all.yaml}
      Deployment:
        Type: AWS::ApiGateway::Deployment
        Properties: {RestApiId: !Ref all}
    %s%s
      Key:
        Type: AWS::ApiGateway::ApiKey
        Properties: {Name: key, Enabled: true, Value: roses-are-red-violets}
      Plan:
        Type: AWS::ApiGateway::UsagePlan
        Properties: {ApiStages: [{ApiId: !Ref all, Stage: !Ref Stageone}, {ApiId: !Ref all, Stage: !Ref Stagetwo}]}
      KeyOfPlan:
        Type: AWS::ApiGateway::UsagePlanKey
        Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan}
    """
        .formatted(stage("one", first), stage("two", second));
  }

  private static String stage(String name, List<String> variables) {
    String format =
        Stream.concat(Stream.of("requestId"), variables.stream())
            .distinct()
            .map(each -> "\"" + each + "\":\"$context." + each + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    return """
      Stage%s:
        Type: AWS::ApiGateway::Stage
        Properties:
          RestApiId: !Ref all
          DeploymentId: !Ref Deployment
          StageName: %s
          AccessLogSetting: {DestinationArn: %s, Format: '%s'}
          CanarySetting: {PercentTraffic: 50}
    """
        .formatted(name, name, name, format)
        .indent(0);
  }

  private static void traffic(GeneratedService service, String stage) throws Exception {
    call(service, stage + "/keys/7", "x-api-key", "roses-are-red-violets");
    call(service, stage + "/denied");
    call(service, stage + "/checked");
    call(service, stage + "/signed");
    call(service, stage + "/signed", signature(service.uri(stage + "/signed")));
    call(service, stage + "/guarded", "Authorization", "alice");
    call(service, stage + "/guarded", "Authorization", "nobody");
    call(service, stage + "/function");
    call(service, stage + "/object");
    call(service, stage + "/stream");
    call(service, stage + "/overridden/x", "Content-Type", "application/json");
    call(service, stage + "/broken");
  }

  private static String[] signature(URI uri) {
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                SignRequest.builder(AwsCredentialsIdentity.create("AKIAALICE", "secret-of-alice"))
                    .request(SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .build())
            .request();
    return signed.headers().entrySet().stream()
        .filter(header -> !header.getKey().equals("Host"))
        .flatMap(header -> Stream.of(header.getKey(), header.getValue().getFirst()))
        .toArray(String[]::new);
  }

  private static void call(GeneratedService service, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
    request.header("User-Agent", "test");
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
  }
}
