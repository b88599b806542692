package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Literal;
import io.gatemason.generator.model.MappingText.Placeholder;
import io.gatemason.generator.model.MappingText.StageVariable;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.ContextVariable;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestBody;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.PassthroughBehavior;
import io.gatemason.generator.model.rest.ApiKeySource;
import io.gatemason.generator.model.rest.GatewayResponse;
import io.gatemason.generator.model.rest.GatewayResponseType;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest.Location;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {
  private static final String HEAD =
      """
      openapi: 3.0.1
      info: {title: Pets, version: "1.2"}
      """;
  private static final String MOCK = "{type: mock, responses: {default: {statusCode: \"200\"}}}";

  private final Diagnostics diagnostics = new Diagnostics();

  private RestApi read(String text, ReadOptions options) {
    return Documents.read(text, options, diagnostics).orElseThrow();
  }

  private RestApi read(String text) {
    return read(text, ReadOptions.DEFAULT);
  }

  private Method onlyMethod(String operation) {
    List<Method> methods =
        read(HEAD + "paths:\n  /pets/{id}:\n    post:\n" + operation.indent(6)).methods();
    assertEquals(1, methods.size());
    return methods.get(0);
  }

  private <T extends Integration> T integration(Class<T> type, String extension) {
    String operation = "x-amazon-apigateway-integration:\n" + extension.indent(2);
    return assertInstanceOf(type, onlyMethod(operation).integration());
  }

  private Set<DiagnosticCode> codes() {
    return diagnostics.all().stream().map(Diagnostic::code).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "IGNORE,  /pets",
    "PREPEND, /a/b/c/pets",
    "SPLIT,   /b/c/pets",
  })
  void placesResourcesBelowTheBasePathAsAsked(BasePath mode, String path) {
    String text =
        "swagger: '2.0'\nbasePath: /a/b/c/\npaths: {/pets: {get: {x-amazon-apigateway-integration: "
            + MOCK
            + "}}}";
    RestApi api = read(text, new ReadOptions(Optional.of("dev"), mode));
    assertEquals(path, api.methods().get(0).path().text());
    assertEquals("/paths/~1pets/get", api.methods().get(0).pointer());
    assertEquals(List.of("dev"), api.stages().stream().map(Stage::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{swagger: '2.0', host: a.execute-api.eu-west-1.amazonaws.com, basePath: /prod} | prod",
        "{swagger: '2.0', host: execute-api.eu-west-1.amazonaws.com, basePath: /prod} | prod",
        "{swagger: '2.0', host: api.example.com, basePath: /v1} | option",
        "{swagger: '2.0', host: a.execute-api.eu-west-1.amazonaws.com, basePath: /a/b} | option",
        "{swagger: '2.0', host: a.execute-api.eu-west-1.amazonaws.com} | option",
        "{openapi: 3.0.1, servers: [{url: 'https://a.execute-api.x.amazonaws.com/{basePath}',"
            + " variables: {basePath: {default: /live}}}]} | live",
        "{openapi: 3.0.1, servers: [{url: 'https://a.execute-api.x.amazonaws.com/dev'}]} | dev",
        "{openapi: 3.0.1, servers: [{url: 'https://{h}/dev', variables: {h: {default:"
            + " a.execute-api.x.amazonaws.com}}}]} | dev",
        "{openapi: 3.0.1, servers: [{url: 'https://api.example.com/v1'}]} | option",
        "{openapi: 3.0.1, servers: [{url: /}]} | option",
      })
  void takesTheStageThatTheDocumentNamesBeforeTheOption(String text, String stage) {
    RestApi api = read(text, new ReadOptions(Optional.of("option"), BasePath.IGNORE));
    assertEquals(List.of(stage), api.stages().stream().map(Stage::name).toList());
  }

  @Test
  void answersAtTheRootWhereNobodyNamesAStage() {
    assertEquals(List.of(), read(HEAD + "paths: {}\n").stages());
  }

  @Test
  void readsTheRootExtensions() {
    RestApi api =
        read(
            HEAD
                + """
                x-amazon-apigateway-api-key-source: authorizer
                x-amazon-apigateway-binary-media-types: [image/*, application/pdf]
                x-amazon-apigateway-minimum-compression-size: "1024"
                x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}
                x-amazon-apigateway-endpoint-access-mode: STRICT
                x-amazon-apigateway-security-policy: TLS_1_2
                x-amazon-apigateway-policy: {Version: "2012-10-17", Statement: []}
                x-amazon-apigateway-gateway-responses:
                  DEFAULT_4XX:
                    statusCode: "418"
                    responseParameters:
                      gatewayresponse.header.X-Type: context.error.responseType
                    responseTemplates: {Application/JSON; charset=utf-8: '{}'}
                paths: {}
                """);
    assertEquals("Pets 1.2", api.title() + " " + api.version());
    assertEquals(ApiKeySource.AUTHORIZER, api.apiKeySource());
    assertEquals(List.of("image/*", "application/pdf"), api.binaryMediaTypes());
    assertEquals(OptionalInt.of(1024), api.minimumCompressionSizeBytes());
    assertTrue(api.endpoint().executeApiEndpointDisabled());
    assertEquals("STRICT", api.endpoint().accessMode().orElseThrow().text());
    assertEquals("TLS_1_2", api.endpoint().securityPolicy().orElseThrow().text());
    assertTrue(api.resourcePolicy().orElseThrow().variables());
    GatewayResponse response =
        Optional.ofNullable(api.gatewayResponses().get(GatewayResponseType.DEFAULT_4XX))
            .orElseThrow();
    assertEquals(OptionalInt.of(418), response.statusCode());
    assertEquals(new ContextVariable("error.responseType"), response.parameters().get(0).source());
    assertEquals(Set.of("application/json; charset=utf-8"), response.templates().keySet());
    assertEquals(Set.of(ApiCodes.GM3703), codes());
  }

  @Test
  void readsParametersOfThePathAndOfTheOperationAndAddsUndeclaredVariables() {
    RestApi api =
        read(
            HEAD
                + """
                paths:
                  /pets/{id}/{proxy+}:
                    parameters:
                      - {name: page, in: query, required: true, schema: {type: integer}}
                      - {name: X-Mode, in: header, schema: {type: string}}
                    x-amazon-apigateway-any-method:
                      operationId: anything
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                      x-amazon-apigateway-integration: {type: MOCK}
                """);
    Method method = api.methods().get(0);
    assertEquals(HttpMethod.ANY, method.httpMethod());
    assertEquals(Optional.of("anything"), method.operationId());
    assertEquals(
        List.of("QUERYSTRING page false", "HEADER X-Mode false", "PATH id true"),
        method.request().parameters().stream().map(ReadersTest::shown).toList());
    assertTrue(codes().contains(DocumentCodes.GM2122));
  }

  private static String shown(Parameter parameter) {
    Location location = parameter.location();
    return location + " " + parameter.name() + " " + parameter.required();
  }

  @Test
  void readsModelsOfBodiesByContentType() {
    RestApi api =
        read(
            HEAD
                + """
                paths:
                  /pets/{id}:
                    put:
                      requestBody: {$ref: '#/components/requestBodies/Pet'}
                      x-amazon-apigateway-integration: {type: mock}
                components:
                  requestBodies:
                    Pet:
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                        application/xml: {schema: {type: object}}
                  schemas:
                    Pet: {type: object}
                """);
    Map<String, String> models =
        api.methods().get(0).request().models().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name()));
    assertEquals(Map.of("application/json", "Pet", "application/xml", "PutPetsIdBody"), models);
    assertEquals(Set.of("Pet", "PutPetsIdBody"), api.payloadModels().keySet());
  }

  @Test
  void readsAnHttpIntegration() {
    HttpIntegration http =
        integration(
            HttpIntegration.class,
            """
            type: HTTP
            httpMethod: post
            uri: https://${stageVariables.host}/pets/{id}?q=${other}
            passthroughBehavior: NEVER
            timeoutInMillis: "500"
            tlsConfig: {insecureSkipVerification: true}
            requestParameters:
              integration.request.path.id: method.request.path.id
              integration.request.querystring.q: method.request.multivaluequerystring.q
              integration.request.header.b: method.request.body.$.a.b
              integration.request.header.l: "'it's'"
            """);
    Endpoint endpoint = http.endpoint();
    assertEquals(Optional.of("POST"), endpoint.httpMethod());
    assertEquals(Duration.ofMillis(500), endpoint.timeout());
    assertTrue(endpoint.insecureSkipVerification());
    assertEquals(
        List.of(
            new Literal("https://"),
            new StageVariable("host"),
            new Literal("/pets/"),
            new Placeholder("id"),
            new Literal("?q=${other}")),
        endpoint.uri().pieces());
    assertEquals(PassthroughBehavior.NEVER, http.request().passthroughBehavior());
    List<Source> sources =
        http.request().parameters().stream().map(ParameterMapping::source).toList();
    assertEquals(
        List.of(
            new ParameterMapping.PathParameter("id"),
            new QueryParameter("q", true),
            new RequestBody("a.b"),
            new ParameterMapping.Literal("it's")),
        sources);
    assertEquals(Target.REQUEST_PATH, http.request().parameters().get(0).target());
  }

  @Test
  void routesThroughVpcLinksWithHttpWhereNoSchemeIsWritten() {
    HttpProxyIntegration proxy =
        integration(
            HttpProxyIntegration.class,
            """
            type: http_proxy
            httpMethod: ANY
            uri: pets.internal/pets
            connectionType: VPC_LINK
            connectionId: ${stageVariables.link}
            integration-target: arn:aws:elasticloadbalancing:x
            """);
    assertEquals(Optional.empty(), proxy.endpoint().httpMethod());
    assertEquals(
        List.of(new Literal("http://pets.internal/pets")), proxy.endpoint().uri().pieces());
    Endpoint.VpcLink link = proxy.endpoint().vpcLink().orElseThrow();
    assertEquals(List.of(new StageVariable("link")), link.connectionId().pieces());
    assertEquals(Optional.of("arn:aws:elasticloadbalancing:x"), link.target());
  }

  @Test
  void cutsFunctionsOutOfInvocationUris() {
    LambdaProxyIntegration proxy =
        integration(
            LambdaProxyIntegration.class,
            """
            type: aws_proxy
            httpMethod: GET
            uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:${stageVariables.fn}:live/invocations
            """);
    MappingText function = proxy.function();
    assertEquals(
        List.of(
            new Literal("arn:aws:lambda:eu-west-1:1:function:"),
            new StageVariable("fn"),
            new Literal(":live")),
        function.pieces());
    LambdaIntegration mapped =
        integration(
            LambdaIntegration.class,
            """
            type: aws
            httpMethod: POST
            uri: arn:aws:apigateway:eu-west-1:lambda:path//2015-03-31/functions/pets/invocations
            """);
    assertEquals(List.of(new Literal("pets")), mapped.function().pieces());
  }

  @Test
  void appliesRootSecurityToOperationsWithoutTheirOwn() {
    RestApi api =
        read(
            HEAD
                + """
                security: [{users: [pets/read], keys: []}]
                paths:
                  /a: {get: {x-amazon-apigateway-integration: {type: mock}}}
                  /b: {get: {security: [], x-amazon-apigateway-integration: {type: mock}}}
                components:
                  securitySchemes:
                    keys: {type: apiKey, name: x-api-key, in: header}
                    users:
                      type: apiKey
                      name: Authorization
                      in: header
                      x-amazon-apigateway-authorizer:
                        type: cognito_user_pools
                        providerARNs: [arn:aws:cognito-idp:x]
                """);
    Method closed = api.methods().get(0);
    Authorization.ByAuthorizer by =
        assertInstanceOf(Authorization.ByAuthorizer.class, closed.authorization());
    assertEquals("users [pets/read]", by.authorizer() + " " + by.scopes());
    assertTrue(closed.apiKeyRequired());
    assertEquals(new Authorization.None(), api.methods().get(1).authorization());
    Authorizer authorizer = Optional.ofNullable(api.authorizers().get("users")).orElseThrow();
    assertEquals(300, authorizer.resultTtlSeconds());
    assertEquals(List.of("method.request.header.Authorization"), authorizer.identitySources());
  }

  @Test
  void refusesReferencesThatLeaveTheDocument() {
    read(HEAD + "paths: {/pets: {$ref: 'https://example.com/pets.yaml'}}\n");
    assertTrue(codes().contains(DocumentCodes.GM2110));
  }
}
