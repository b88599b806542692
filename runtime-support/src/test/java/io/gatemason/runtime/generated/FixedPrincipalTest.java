package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** One principal in place of an authorizer, as {@code gatemason:run} can have it. */
@Isolated
class FixedPrincipalTest {
  private static final String DEVELOPMENT = "gateway.development";
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Orders, version: "1"}
      x-amazon-apigateway-policy:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "*"}
          - {Effect: Deny, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/denied"}
      paths:
        /lambda:
          get: &lambda
            security: [{users: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: &mock
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses:
                default:
                  statusCode: "200"
                  responseTemplates:
                    application/json: "$context.authorizer.principalId $context.authorizer.claims.sub"
        /denied:
          get: *lambda
        /pool:
          get:
            security: [{pool: [orders/read]}]
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
          pool:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: cognito_user_pools
            x-amazon-apigateway-authorizer:
              type: cognito_user_pools
              providerARNs: [arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc]
      """;

  @TempDir private Path folder;

  @AfterEach
  void endDevelopment() {
    System.clearProperty(DEVELOPMENT);
  }

  @Test
  void callsInPlaceOfAuthorizersUnlessThePolicyDenies() throws Exception {
    System.setProperty(DEVELOPMENT, "true");
    try (GeneratedService service = service()) {
      assertEquals("200 alice alice", get(service, "/lambda"));
      assertEquals("200 bob bob", get(service, "/pool"));
      assertTrue(get(service, "/denied").startsWith("403 "));
    }
  }

  @Test
  void startsNowhereElse() {
    Throwable failure = assertThrows(Exception.class, this::service);
    while (failure.getCause() != null) {
      failure = failure.getCause();
    }
    assertTrue(
        String.valueOf(failure.getMessage()).contains("generate it anew"), failure::toString);
  }

  private GeneratedService service() throws Exception {
    Path document = Files.writeString(folder.resolve("orders.openapi.yaml"), DOCUMENT);
    return GeneratedService.start(
        GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway")
            .with(
                new ReadOptions(
                    Optional.empty(),
                    BasePath.IGNORE,
                    Optional.empty(),
                    Map.of("users", "alice", "pool", "bob"))),
        folder.resolve("classes"),
        Map.of());
  }

  private static String get(GeneratedService service, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(service.uri(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
