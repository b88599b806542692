package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.document.ReadOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which functions of a project an API needs. */
class FunctionsInUseTest {
  private static final String API =
      """
      openapi: 3.0.1
      info: {title: pets, version: "1"}
      paths:
        /pets:
          get:
            security: [{tokens: []}]
            responses: {}
            x-amazon-apigateway-integration: {type: mock}
          post:
            responses: {}
            x-amazon-apigateway-integration:
              type: aws_proxy
              httpMethod: POST
              uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:add/invocations
      components:
        securitySchemes:
          tokens:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: custom
            x-amazon-apigateway-authorizer:
              type: token
              authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:allow/invocations
      """;

  @Test
  void areThoseOfIntegrationsAndOfAuthorizers() {
    Diagnostics diagnostics = new Diagnostics();
    RestApi api = Documents.read(API, ReadOptions.DEFAULT, diagnostics).orElseThrow();
    Map<String, String> mapped = Map.of("add", "com.acme.Add", "allow", "com.acme.Allow");
    assertEquals(
        List.of("add", "allow"),
        FunctionsInUse.of(List.of(), mapped, List.of(api), diagnostics).stream()
            .map(FunctionDefinition::name)
            .toList());
    assertEquals(List.of(), diagnostics.all());
  }
}
