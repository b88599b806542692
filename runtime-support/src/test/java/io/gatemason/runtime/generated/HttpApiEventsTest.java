package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events of an HTTP API's functions and authorizers, field by field, and what comes back. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiEventsTest {
  private static final String TEMPLATE =
      """
      Resources:
        Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: shop}}
        Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: live, StageVariables: {colour: blue}}}
        Bare: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default}}
        Two: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: "arn:aws:lambda:us-east-1:123456789012:function:two", PayloadFormatVersion: "2.0"}}
        One: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: "arn:aws:lambda:us-east-1:123456789012:function:one", PayloadFormatVersion: "1.0"}}
        Mapped:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Api
            IntegrationType: AWS_PROXY
            IntegrationUri: arn:aws:lambda:us-east-1:123456789012:function:two
            PayloadFormatVersion: "2.0"
            RequestParameters: {append:header.x-new: $request.querystring.a, remove:querystring.b: "''", overwrite:path: /other}
        Gate2:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: !Ref Api
            Name: gate2
            AuthorizerType: REQUEST
            AuthorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:gate2/invocations
            AuthorizerPayloadFormatVersion: "2.0"
            EnableSimpleResponses: true
            IdentitySource: [$request.header.X-Key, $request.querystring.key]
        Gate1:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: !Ref Api
            Name: gate1
            AuthorizerType: REQUEST
            AuthorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:gate1/invocations
            AuthorizerPayloadFormatVersion: "1.0"
            IdentitySource: [$request.header.X-Key, $context.routeKey]
            AuthorizerResultTtlInSeconds: 60
        R1: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "ANY /two/{id}", Target: !Sub "integrations/${Two}", OperationName: named}}
        R2: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "GET /two", Target: !Sub "integrations/${Two}"}}
        R3: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "ANY /one/{proxy+}", Target: !Sub "integrations/${One}", OperationName: named}}
        R4: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "GET /one", Target: !Sub "integrations/${One}"}}
        R5: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "POST /gate2/{id}", Target: !Sub "integrations/${Two}", AuthorizationType: CUSTOM, AuthorizerId: !Ref Gate2}}
        R6: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "GET /gate1/{id}", Target: !Sub "integrations/${One}", AuthorizationType: CUSTOM, AuthorizerId: !Ref Gate1}}
        R7: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: "GET /mapped", Target: !Sub "integrations/${Mapped}"}}
        R8: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $default, Target: !Sub "integrations/${Two}"}}
      """;

  private static final String ALLOWED =
      """
      {"principalId": "ann", "policyDocument": {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]},
        "context": {"n": 7, "yes": true}}
      """;

  private HttpApiService api;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    api = new HttpApiService(folder, TEMPLATE, Map.of());
  }

  @AfterAll
  void stop() throws Exception {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.forget();
    api.returns("two", "{\"statusCode\": 200, \"body\": \"hi\"}");
    api.returns("one", "{\"statusCode\": 200, \"body\": \"hi\"}");
    api.returns("gate2", "{\"isAuthorized\": true, \"context\": {\"n\": 7, \"list\": [\"a\"]}}");
    api.returns("gate1", ALLOWED);
  }

  private JsonNode event(String line, String headers, String body) throws Exception {
    String answer = api.send(line, headers, body);
    assertEquals("200", HttpApiService.brief(answer).substring(0, 3), answer);
    return api.seen().json();
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .sorted()
        .toList();
  }

  @Test
  void format2OfARequestWithNothing() throws Exception {
    JsonNode event = event("GET /two", "", "");
    assertEquals(
        List.of(
            "headers",
            "isBase64Encoded",
            "rawPath",
            "rawQueryString",
            "requestContext",
            "routeKey",
            "version"),
        names(event));
    assertEquals("2.0", event.get("version").asText());
    assertEquals("GET /two", event.get("routeKey").asText());
    assertEquals("/two", event.get("rawPath").asText());
    assertEquals("", event.get("rawQueryString").asText());
    assertFalse(event.get("isBase64Encoded").asBoolean());
    assertEquals(
        List.of(
            "content-length",
            "host",
            "x-amzn-trace-id",
            "x-forwarded-for",
            "x-forwarded-port",
            "x-forwarded-proto"),
        names(event.get("headers")));
    assertEquals("0", event.get("headers").get("content-length").asText());
    JsonNode context = event.get("requestContext");
    assertEquals(
        List.of(
            "accountId",
            "apiId",
            "domainName",
            "domainPrefix",
            "http",
            "requestId",
            "routeKey",
            "stage",
            "time",
            "timeEpoch"),
        names(context));
    assertEquals("$default", context.get("stage").asText());
    assertEquals("GET /two", context.get("routeKey").asText());
    assertEquals("api.example.com", context.get("domainName").asText());
    assertEquals("api", context.get("domainPrefix").asText());
    assertTrue(context.get("timeEpoch").isIntegralNumber());
    assertTrue(
        context.get("time").asText().matches("[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} \\+0000"));
    assertEquals(
        List.of("method", "path", "protocol", "sourceIp", "userAgent"), names(context.get("http")));
    assertEquals("", context.get("http").get("userAgent").asText());
    assertEquals("HTTP/1.1", context.get("http").get("protocol").asText());
  }

  @Test
  void format2OfARequestWithEverything() throws Exception {
    JsonNode event =
        event(
            "POST /live/two/a%20b?x=1&x=%C3%BC+2&y&z=",
            "User-Agent: tests\nX-Twice: a\nx-twice: b\nCookie: a=1; b=2\ncookie: c=3\n"
                + "Content-Type: application/json; charset=utf-8",
            "{\"a\": 1}");
    assertEquals(
        List.of(
            "body",
            "cookies",
            "headers",
            "isBase64Encoded",
            "pathParameters",
            "queryStringParameters",
            "rawPath",
            "rawQueryString",
            "requestContext",
            "routeKey",
            "stageVariables",
            "version"),
        names(event));
    assertEquals("ANY /two/{id}", event.get("routeKey").asText());
    assertEquals("{\"id\":\"a b\"}", event.get("pathParameters").toString());
    assertEquals("{\"colour\":\"blue\"}", event.get("stageVariables").toString());
    assertEquals("[\"a=1\",\"b=2\",\"c=3\"]", event.get("cookies").toString());
    assertEquals("a,b", event.get("headers").get("x-twice").asText());
    assertFalse(event.get("headers").has("cookie"));
    assertEquals("x=1&x=%C3%BC+2&y&z=", event.get("rawQueryString").asText());
    assertEquals(
        "{\"x\":\"1,ü 2\",\"y\":\"\",\"z\":\"\"}", event.get("queryStringParameters").toString());
    assertEquals("{\"a\": 1}", event.get("body").asText());
    assertTrue(event.get("rawPath").asText().startsWith("/live/two/"));
    assertEquals(event.get("rawPath"), event.get("requestContext").get("http").get("path"));
    assertEquals("live", event.get("requestContext").get("stage").asText());
    assertEquals("tests", event.get("requestContext").get("http").get("userAgent").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, false",
    "TEXT/csv; charset=latin1, false",
    "application/json, false",
    "application/xml, false",
    "application/javascript, false",
    "application/x-www-form-urlencoded, true",
    "multipart/form-data; boundary=a, true",
    "application/octet-stream, true",
    "application/problem+json, true",
    "'', true",
  })
  void textIsWhatTheContentTypeSays(String contentType, boolean base64) throws Exception {
    String header = contentType.isEmpty() ? "" : "Content-Type: " + contentType;
    for (String path : List.of("/two/a", "/one/a")) {
      JsonNode event = event("POST " + path, header, "a=b");
      assertEquals(base64, event.get("isBase64Encoded").asBoolean(), path);
      assertEquals(base64 ? "YT1i" : "a=b", event.get("body").asText(), path);
    }
  }

  @Test
  void bytesThatAreNoTextOrCodedAreBase64() throws Exception {
    for (String path : List.of("/two/a", "/one/a")) {
      assertEquals(
          "/w==", event("POST " + path, "Content-Type: text/plain", "\u00ff").get("body").asText());
      JsonNode coded =
          event("POST " + path, "Content-Type: text/plain\nContent-Encoding: br", "a=b");
      assertTrue(coded.get("isBase64Encoded").asBoolean(), path);
    }
  }

  @Test
  void format1OfARequestWithNothing() throws Exception {
    JsonNode event = event("GET /one", "", "");
    assertEquals(
        List.of(
            "body",
            "headers",
            "httpMethod",
            "isBase64Encoded",
            "multiValueHeaders",
            "multiValueQueryStringParameters",
            "path",
            "pathParameters",
            "queryStringParameters",
            "requestContext",
            "resource",
            "stageVariables",
            "version"),
        names(event));
    assertEquals("1.0", event.get("version").asText());
    for (String absent :
        List.of(
            "body",
            "queryStringParameters",
            "multiValueQueryStringParameters",
            "pathParameters",
            "stageVariables")) {
      assertTrue(event.get(absent).isNull(), absent);
    }
    JsonNode context = event.get("requestContext");
    assertFalse(context.has("operationName"));
    assertTrue(context.get("resourceId").isNull());
    assertEquals("/one", context.get("resourcePath").asText());
    assertEquals(context.get("requestId"), context.get("extendedRequestId"));
    assertEquals("$default", context.get("stage").asText());
    for (String absent :
        List.of(
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn")) {
      assertTrue(context.get("identity").get(absent).isNull(), absent);
    }
  }

  @Test
  void format1OfARequestWithEverything() throws Exception {
    JsonNode event =
        event(
            "PUT /live/one/a/b%2Fc?x=1&x=2",
            "X-Twice: a\nx-twice: b\nCookie: a=1; b=2\nContent-Type: text/plain", "hi");
    assertEquals("/one/{proxy+}", event.get("resource").asText());
    assertEquals("PUT", event.get("httpMethod").asText());
    assertEquals("/one/a/b%2Fc", event.get("path").asText());
    assertEquals("/live/one/a/b%2Fc", event.get("requestContext").get("path").asText());
    assertEquals("2", event.get("queryStringParameters").get("x").asText());
    assertEquals("[\"1\",\"2\"]", event.get("multiValueQueryStringParameters").get("x").toString());
    assertEquals("b", event.get("headers").get("X-Twice").asText());
    assertEquals("[\"a\",\"b\"]", event.get("multiValueHeaders").get("X-Twice").toString());
    assertEquals("a=1; b=2", event.get("headers").get("Cookie").asText());
    assertEquals("{\"proxy\":\"a/b/c\"}", event.get("pathParameters").toString());
    assertEquals("hi", event.get("body").asText());
    assertFalse(event.get("requestContext").has("operationName"));
  }

  @Test
  void mappingsChangeTheEvent() throws Exception {
    JsonNode event = event("GET /mapped?a=1&b=2", "", "");
    assertEquals("1", event.get("headers").get("x-new").asText());
    assertEquals("{\"a\":\"1\"}", event.get("queryStringParameters").toString());
    assertEquals("a=1", event.get("rawQueryString").asText());
    assertEquals("/other", event.get("rawPath").asText());
    assertEquals("/mapped", event.get("requestContext").get("http").get("path").asText());
    assertFalse(event("GET /mapped?b=2", "", "").get("headers").has("x-new"));
  }

  @Test
  void authorizerEvent2() throws Exception {
    String answer =
        api.send("POST /live/gate2/7?key=k", "X-Key: secret\nCookie: a=1", "body is not shown");
    assertEquals("200 hi", HttpApiService.brief(answer));
    JsonNode event = api.seen().json();
    assertEquals(
        List.of(
            "cookies",
            "headers",
            "identitySource",
            "pathParameters",
            "queryStringParameters",
            "rawPath",
            "rawQueryString",
            "requestContext",
            "routeArn",
            "routeKey",
            "stageVariables",
            "type",
            "version"),
        names(event));
    assertEquals("REQUEST", event.get("type").asText());
    assertEquals("[\"secret\",\"k\"]", event.get("identitySource").toString());
    assertTrue(event.get("routeArn").asText().endsWith("/live/POST/gate2/7"));
    assertFalse(event.get("requestContext").has("authorizer"));
    JsonNode proxied = api.seen().json();
    assertEquals(
        "{\"lambda\":{\"n\":7,\"list\":[\"a\"]}}",
        proxied.get("requestContext").get("authorizer").toString());
    api.returns("gate2", "{\"isAuthorized\": true}");
    api.send("POST /gate2/7?key=k", "X-Key: secret", "");
    JsonNode bare = api.seen().json();
    assertFalse(bare.has("stageVariables"));
    assertFalse(bare.has("cookies"));
    assertEquals(
        "{\"lambda\":null}", api.seen().json().get("requestContext").get("authorizer").toString());
  }

  @Test
  void authorizerEvent1() throws Exception {
    String answer = api.send("GET /live/gate1/7?a=1", "X-Key: first", "");
    assertEquals("200 hi", HttpApiService.brief(answer));
    JsonNode event = api.seen().json();
    assertEquals("1.0", event.get("version").asText());
    assertEquals("REQUEST", event.get("type").asText());
    assertEquals("first,GET /gate1/{id}", event.get("identitySource").asText());
    assertEquals(event.get("identitySource"), event.get("authorizationToken"));
    assertTrue(event.get("methodArn").asText().endsWith("/live/GET/gate1/7"));
    assertEquals("/gate1/{id}", event.get("resource").asText());
    assertEquals("{\"id\":\"7\"}", event.get("pathParameters").toString());
    assertEquals("{\"colour\":\"blue\"}", event.get("stageVariables").toString());
    assertFalse(event.has("body"));
    JsonNode authorizer = api.seen().json().get("requestContext").get("authorizer");
    assertEquals("ann", authorizer.get("principalId").asText());
    assertEquals("7", authorizer.get("n").asText());

    api.send("GET /live/gate1/8", "X-Key: first", "");
    assertTrue(api.seen().target().contains("function%3Aone") || api.nothingSeen());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate2 | {\"isAuthorized\": false} | 403 {\"message\":\"Forbidden\"}",
        "gate2 | {\"isAuthorized\": \"true\"} | 500 {\"message\":\"Internal Server Error\"}",
        "gate2 | {} | 500 {\"message\":\"Internal Server Error\"}",
        "gate2 | [] | 500 {\"message\":\"Internal Server Error\"}",
        "gate2 | true | 500 {\"message\":\"Internal Server Error\"}",
        "gate2 | {\"errorMessage\": \"Unauthorized\"} | 401 {\"message\":\"Unauthorized\"}",
        "gate2 | !{\"errorMessage\": \"Unauthorized\"} | 401 {\"message\":\"Unauthorized\"}",
        "gate2 | !{\"errorMessage\": \"broken\"} | 500 {\"message\":\"Internal Server Error\"}",
      })
  void authorizersThatSayNo(String function, String result, String answer) throws Exception {
    api.returns(function, result);
    assertEquals(
        answer,
        HttpApiService.brief(api.send("POST /gate2/7?key=k", "X-Key: " + result.hashCode(), "")));
    api.seen();
    assertTrue(api.nothingSeen());
  }

  @Test
  void asksNoAuthorizerWithoutEveryIdentitySource() throws Exception {
    for (String headers : List.of("", "X-Key:", "X-Key:  ")) {
      assertEquals(
          "401 {\"message\":\"Unauthorized\"}",
          HttpApiService.brief(api.send("POST /gate2/7?key=k", headers, "")));
    }
    assertEquals(
        "401 {\"message\":\"Unauthorized\"}",
        HttpApiService.brief(api.send("POST /gate2/7?Key=k", "X-Key: a", "")));
    assertTrue(api.nothingSeen());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\": 201, \"body\": \"a\"} | 201 a",
        "{\"statusCode\": \"202\"} | 202 ",
        "{\"statusCode\": 200, \"body\": {\"a\": 1}} | 200 {\"a\":1}",
        "{\"statusCode\": 200, \"body\": 7} | 200 7",
        "{\"statusCode\": 200, \"body\": \"aGk=\", \"isBase64Encoded\": true} | 200 hi",
        "{\"statusCode\": 200, \"body\": \"!\", \"isBase64Encoded\": true} | 500"
            + " {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 99} | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 1e9} | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"headers\": []} | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"headers\": {\"a b\": \"c\"}} | 500 {\"message\":\"Internal Server"
            + " Error\"}",
        "{\"statusCode\": 200, \"headers\": {\"a\": \"c\\r"
            + "\\n"
            + "d: e\"}} | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"cookies\": [\"a=1\\r"
            + "\\n"
            + "b: c\"]} | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"colour\": \"red\", \"cookies\": \"none\", \"body\": \"a\"} | 200"
            + " a",
        "{\"body\": \"hi\"} | 200 {\"body\": \"hi\"}",
        "\"Hello\" | 200 Hello",
        "[1, 2] | 200 [1, 2]",
        "7 | 200 7",
        "null | 200 null",
        "nothing | 500 {\"message\":\"Internal Server Error\"}",
        "!{\"errorMessage\": \"a\"} | 500 {\"message\":\"Internal Server Error\"}",
      })
  void answersOfFormat2(String result, String answer) throws Exception {
    api.returns("two", result);
    assertEquals(answer.strip(), HttpApiService.brief(api.send("GET /two", "", "")).strip());
  }

  @Test
  void cookiesAndHeadersOfAnswers() throws Exception {
    api.returns(
        "two",
        "{\"statusCode\": 200, \"cookies\": [\"a=1\", \"b=2; Secure\"], \"headers\": {\"x-a\":"
            + " \"1\"}, \"multiValueHeaders\": {\"x-b\": [\"2\", \"3\"]}}");
    String answer = api.send("GET /two", "", "");
    assertEquals("a=1|b=2; Secure", HttpApiService.header(answer, "set-cookie"));
    assertEquals("1", HttpApiService.header(answer, "x-a"));
    assertEquals("2|3", HttpApiService.header(answer, "x-b"));
    assertEquals("application/json", HttpApiService.header(answer, "content-type"));
    assertFalse(HttpApiService.header(answer, "apigw-requestid").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\": 201, \"body\": \"a\"} | 201 a",
        "{\"body\": \"a\"} | 500 {\"message\":\"Internal Server Error\"}",
        "\"Hello\" | 500 {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"isBase64Encoded\": \"true\", \"body\": \"aGk=\"} | 200 hi",
        "{\"statusCode\": 200, \"isBase64Encoded\": 1, \"body\": \"aGk=\"} | 500"
            + " {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\": 200, \"base64Encoded\": true, \"body\": \"aGk=\"} | 200 aGk=",
      })
  void answersOfFormat1(String result, String answer) throws Exception {
    api.returns("one", result);
    assertEquals(answer, HttpApiService.brief(api.send("GET /one", "", "")));
  }
}
