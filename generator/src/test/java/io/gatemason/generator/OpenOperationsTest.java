package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build says is open, for each kind of API. */
class OpenOperationsTest {
  private static final String SOCKET =
      """
      Resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Mock:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: MOCK
            TemplateSelectionExpression: "200"
            RequestTemplates: {"200": '{"statusCode": 200}'}
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: "%s"
            AuthorizationType: %s
            Target: !Sub "integrations/${Mock}"
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: prod}
      """;

  @TempDir private Path folder;

  private List<String> open(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), document);
    GenerationResult result =
        Generator.check(GenerationRequest.of(file, folder.resolve("out"), "com.example.gateway"));
    assertEquals(List.of(), result.diagnostics());
    return result.documents().get(0).open();
  }

  @Test
  void areMethodsThatNobodyAuthorizes() throws IOException {
    String document =
        """
        openapi: 3.0.1
        info: {title: Pets, version: "1"}
        paths:
          /pets:
            get:
              responses: {"200": {description: ok}}
              x-amazon-apigateway-integration: &mock
                type: mock
                requestTemplates: {application/json: '{"statusCode": 200}'}
                responses: {default: {statusCode: "200"}}
            post:
              x-amazon-apigateway-auth: {type: AWS_IAM}
              responses: {"200": {description: ok}}
              x-amazon-apigateway-integration: *mock
        """;
    assertEquals(List.of("GET /pets"), open(document));
  }

  @Test
  void areConnectionsOfWebSocketsThatNobodyAuthorizes() throws IOException {
    assertEquals(List.of("$connect"), open(SOCKET.formatted("$connect", "NONE")));
    assertEquals(List.of("$connect"), open(SOCKET.formatted("$default", "NONE")));
    assertEquals(List.of(), open(SOCKET.formatted("$connect", "AWS_IAM")));
  }
}
