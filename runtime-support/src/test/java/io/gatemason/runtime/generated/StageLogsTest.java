package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stages that resources declare write of their requests. */
class StageLogsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: shop, version: "1"}
      paths:
        /pets/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200"}}
      """;
  private static final String ROUTES =
      """
      openapi: 3.0.1
      info: {title: web, version: "1"}
      paths:
        /items/{id}:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: GET
              uri: http://127.0.0.1:1/
              payloadFormatVersion: '1.0'
      """;
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Resources:
        Shop:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: shop, BodyS3Location: ./shop.yaml}
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Shop
            StageName: prod
            AccessLogSetting: {DestinationArn: access, Format: JSON}
            MethodSettings:
              - {ResourcePath: /*, HttpMethod: "*", LoggingLevel: INFO, DataTraceEnabled: true}
        Web:
          Type: AWS::ApiGatewayV2::Api
          Properties: {BodyS3Location: ./web.yaml}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Web
            StageName: live
            AccessLogSettings:
              DestinationArn: routes
              Format: '$context.requestId "$context.routeKey" $context.status $context.error.responseType $context.integrationErrorMessage'
        Json:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Web
            StageName: json
            AccessLogSettings:
              DestinationArn: bare
              Format: '{"id": $context.requestId, "resource": $context.resourcePath, "key": "$context.identity.apiKey", "spent": $context.authorizer.latency}'
      """;

  @TempDir Path folder;

  private Path sources() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("shop.yaml"), DOCUMENT);
    Files.writeString(sources.resolve("web.yaml"), ROUTES);
    Files.writeString(sources.resolve("template.yaml"), TEMPLATE);
    return sources;
  }

  private String setting(String destination) {
    return "gateway.logs." + destination;
  }

  private Path file(String destination) {
    return folder.resolve(destination.replace('/', '-') + ".log");
  }

  @Test
  @Timeout(90)
  void writeAccessAndExecutionLogs() throws Exception {
    GenerationRequest request =
        GenerationRequest.of(sources(), folder.resolve("generated"), "com.example.gateway");
    assertEquals(
        List.of("$context.identity.apiKey", "$context.resourcePath"),
        Generator.generate(request).diagnostics().stream()
            .map(warning -> warning.message().split("\"", -1)[1])
            .toList());
    String group = "API-Gateway-Execution-Logs_shop/prod";
    Map<String, String> settings =
        Map.of(
            setting("access") + ".sink",
            "file",
            setting("access") + ".path",
            file("access").toString(),
            setting("routes") + ".sink",
            "file",
            setting("routes") + ".path",
            file("routes").toString(),
            setting("bare") + ".sink",
            "file",
            setting("bare") + ".path",
            file("bare").toString(),
            setting(group) + ".sink",
            "file",
            setting(group) + ".path",
            file(group).toString());
    try (GeneratedService service =
        GeneratedService.startGenerated(request, folder.resolve("classes"), settings)) {
      assertEquals(200, get(service, "shop", "/prod/pets/7"));
      get(service, "web", "/live/items/7");
      get(service, "web", "/json/items/7");
    }
    JsonNode line = new ObjectMapper().readTree(Files.readString(file("access")));
    assertEquals("/pets/{id}", line.path("resourcePath").asText());
    assertEquals("200", line.path("status").asText());
    assertEquals(11, line.size());
    String route = Files.readString(file("routes"));
    assertTrue(
        route.matches("\\S+ \"GET /items/\\{id}\" 5\\d\\d INTEGRATION_\\w+ Execution failed .+\n"),
        route);
    JsonNode bare = new ObjectMapper().readTree(Files.readString(file("bare")));
    assertEquals("-", bare.path("resource").asText());
    assertEquals("-", bare.path("key").asText());
    assertEquals("-", bare.path("spent").asText());
    String execution = Files.readString(file(group));
    assertTrue(execution.contains("HTTP Method: GET, Resource Path: /pets/{id}\n"), execution);
    assertTrue(execution.contains("Method request path: {id=7}\n"), execution);
    assertTrue(execution.endsWith("Method completed with status: 200\n"), execution);
  }

  private static int get(GeneratedService service, String api, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path))
            .header("x-apigw-api-id", api)
            .timeout(Duration.ofSeconds(20))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
