package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.runtime.integration.RecordedService;
import io.gatemason.runtime.integration.RecordedService.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which function a generated service invokes for each way of writing its ARN
 * (docs/behaviour/integrations.md#uri).
 */
@Timeout(120)
class FunctionNamesTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:";
  private static final String ESCAPED =
      "arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3A";

  /** The function as the document names it, and what is invoked: "" where nothing can be. */
  private record Name(String written, String invoked) {}

  private static final List<Name> NAMES =
      List.of(
          new Name(ARN + "orders", ESCAPED + "orders/invocations"),
          new Name(ARN + "orders:7", ESCAPED + "orders/invocations?Qualifier=7"),
          new Name(ARN + "orders:live", ESCAPED + "orders/invocations?Qualifier=live"),
          new Name(ARN + "orders:$LATEST", ESCAPED + "orders/invocations?Qualifier=%24LATEST"),
          new Name(ARN + "${stageVariables.fn}", ESCAPED + "stock/invocations"),
          new Name(
              ARN + "orders:${stageVariables.alias}",
              ESCAPED + "orders/invocations?Qualifier=blue"),
          new Name(
              ARN + "${stageVariables.fn}:${stageVariables.version}",
              ESCAPED + "stock/invocations?Qualifier=12"),
          new Name(ARN + "${stageVariables.both}", ESCAPED + "stock/invocations?Qualifier=blue"),
          new Name(ARN + "orders-${stageVariables.alias}", ESCAPED + "orders-blue/invocations"),
          new Name(
              "arn:aws:lambda:${stageVariables.region}:123456789012:function:orders",
              "arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Afunction%3Aorders/invocations"),
          new Name(ARN + "${stageVariables.missing}", ""),
          new Name(ARN + "orders:${stageVariables.missing}", ""),
          new Name(ARN + "${stageVariables.bad}", ""));

  @TempDir private Path folder;

  @Test
  void functionIsInvokedByTheNameThatTheDocumentGivesIt() throws Exception {
    Path document = folder.resolve("names.openapi.yaml");
    Files.writeString(document, document());
    try (RecordedService lambda =
            new RecordedService(request -> Reply.of(200, "{\"body\": \"ok\"}"));
        GeneratedService service =
            GeneratedService.start(
                GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway"),
                folder.resolve("classes"),
                settings(lambda.url()));
        HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < NAMES.size(); i++) {
        Name name = NAMES.get(i);
        for (String type : List.of("proxy", "custom")) {
          String answer = get(client, service.uri("/" + type + "/" + i));
          if (name.invoked().isEmpty()) {
            assertEquals("500 {\"message\": \"Internal server error\"}", answer, name.written());
            continue;
          }
          assertTrue(answer.startsWith("200 "), name.written() + " gives " + answer);
          assertEquals(
              "/2015-03-31/functions/" + name.invoked(), lambda.last().target(), name.written());
        }
      }
      assertEquals(2 * 10, lambda.requests().size());
    }
  }

  private static Map<String, String> settings(String lambda) {
    String variable = "gateway.apis.names.variables.";
    return Map.of(
        "gateway.aws.endpoint-urls.lambda",
        lambda,
        variable + "fn",
        "stock",
        variable + "alias",
        "blue",
        variable + "version",
        "12",
        variable + "both",
        "stock:blue",
        variable + "region",
        "us-west-2",
        variable + "bad",
        "a/../b");
  }

  private static String document() {
    StringBuilder paths = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      for (String type : List.of("proxy", "custom")) {
        paths.append(
            """
              /%s/%d:
                get:
                  responses: {"200": {description: ok}}
                  x-amazon-apigateway-integration:
                    type: %s
                    httpMethod: POST
                    uri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/%s/invocations"
                    responses: {default: {statusCode: "200"}}
            """
                .formatted(
                    type, i, type.equals("proxy") ? "aws_proxy" : "aws", NAMES.get(i).written()));
      }
    }
    return "openapi: 3.0.1\ninfo: {title: Names, version: '1'}\npaths:\n" + paths;
  }

  private static String get(HttpClient client, URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
