package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.integration.RecordedService.Behaviour;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LambdaProxyTest {
  private static final String ERROR = "{\"message\": \"Internal server error\"}";
  private static final LambdaFunction FUNCTION =
      LambdaFunction.of("arn:aws:lambda:eu-west-1:123456789012:function:orders:live")
          .withTimeoutMillis(2_000);

  private static CloudFixture gateway(RecordedService service, ApiInfo info) {
    return CloudFixture.at(
        service.url(), info, (exchange, lambda, aws) -> lambda.proxy(exchange, FUNCTION));
  }

  private static HttpResponse<byte[]> answerTo(Reply reply, String... headers) {
    return answerTo(any -> reply, headers);
  }

  private static HttpResponse<byte[]> answerTo(Behaviour behaviour, String... headers) {
    try (RecordedService service = new RecordedService(behaviour);
        CloudFixture gateway =
            gateway(service, ApiInfo.builder("api1", "").binaryMediaTypes("image/png").build())) {
      return gateway.get("/a", headers);
    }
  }

  private static JsonNode eventFor(ApiInfo info, byte[] body) {
    try (RecordedService service = new RecordedService(request -> Reply.of(200, "{}"));
        CloudFixture gateway = gateway(service, info)) {
      assertEquals(200, gateway.send("POST", "/a", body, "Content-Type", "image/png").statusCode());
      return Json.read(service.last().body());
    }
  }

  @Test
  void bodyIsBase64OnlyForBinaryMediaTypes() {
    byte[] bytes = {(byte) 0x89, 'P', 0, (byte) 0xff};
    ApiInfo plain = ApiInfo.of("api1", "");
    JsonNode binary = eventFor(plain.toBuilder().binaryMediaTypes("image/png").build(), bytes);
    assertEquals("iVAA/w==", binary.path("body").asText());
    assertTrue(binary.path("isBase64Encoded").asBoolean());
    JsonNode text = eventFor(plain, bytes);
    assertEquals("\uFFFDP\0\uFFFD", text.path("body").asText());
    assertFalse(text.path("isBase64Encoded").asBoolean());
  }

  @Test
  void invokesTheQualifiedFunctionInItsRegionSigned() {
    try (RecordedService service = new RecordedService(request -> Reply.of(200, "{}"));
        CloudFixture gateway = gateway(service, ApiInfo.of("api1", ""))) {
      HttpResponse<byte[]> response = gateway.get("/a");
      assertEquals(
          "POST /2015-03-31/functions/"
              + "arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aorders/invocations"
              + "?Qualifier=live",
          service.last().method() + " " + service.last().target());
      assertTrue(service.last().header("Authorization").contains("/eu-west-1/lambda/aws4_request"));
      assertEquals("RequestResponse", service.last().header("X-Amz-Invocation-Type"));
      assertEquals(
          service.last().header("X-Amzn-Trace-Id"),
          response.headers().firstValue("X-Amzn-Trace-Id").orElse(""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|200 ",
        "{\"statusCode\": 201}|201 ",
        "{\"statusCode\": \"202\", \"body\": \"ä\"}|202 ä",
        "{\"statusCode\": 200.0, \"body\": null, \"headers\": null}|200 ",
        "{\"statusCode\": null, \"multiValueHeaders\": null}|200 ",
        "{\"body\": 12.50}|200 12.50",
        "{\"body\": true, \"isBase64Encoded\": \"false\"}|200 true",
        "{\"body\": \"aGk=\", \"isBase64Encoded\": true}|200 aGk="
      })
  void acceptsReplies(String result, String answer) {
    assertEquals(
        answer.stripTrailing(), CloudFixture.line(answerTo(Reply.of(200, result))).strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "\"text\"",
        "12",
        "[]",
        "{\"statusCode\": 200",
        "{\"statusCode\": 200}{}",
        "not json",
        "{\"statusCode\": \"abc\"}",
        "{\"statusCode\": 1e999999999}",
        "{\"statusCode\": 200.5}",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 600}",
        "{\"statusCode\": {}}",
        "{\"statusCode\": 200, \"wrongValue\": 1}",
        "{\"errorMessage\": \"no\"}",
        "{\"body\": {}}",
        "{\"body\": []}",
        "{\"isBase64Encoded\": 7}",
        "{\"headers\": []}",
        "{\"headers\": {\"a\": {}}}",
        "{\"headers\": {\"a\": \"b\\r\\nc: d\"}}",
        "{\"headers\": {\"a b\": \"c\"}}",
        "{\"headers\": {\"\": \"c\"}}",
        "{\"multiValueHeaders\": {\"a\": \"b\"}}",
        "{\"multiValueHeaders\": {\"a\": [[]]}}"
      })
  void refusesRepliesWith502(String result) {
    HttpResponse<byte[]> response = answerTo(Reply.of(200, result));
    assertEquals("502 " + ERROR, CloudFixture.line(response));
    assertEquals(
        "InternalServerErrorException",
        response.headers().firstValue("x-amzn-ErrorType").orElse(""));
  }

  @Test
  void refusesOversizedAndInvalidlyEncodedReplies() {
    String big = "{\"body\": \"" + "x".repeat(6_291_556) + "\"}";
    assertEquals("502 " + ERROR, CloudFixture.line(answerTo(Reply.of(200, big))));
    byte[] utf32 = {0, 0, 0, '{', (byte) 0xff, 0, 0, '}'};
    assertEquals("502 " + ERROR, CloudFixture.line(answerTo(new Reply(200, utf32))));
  }

  @Test
  void functionErrorIs502AndNotTold() {
    Reply reply =
        Reply.of(200, "{\"errorMessage\": \"secret\"}", "X-Amz-Function-Error", "Unhandled");
    assertEquals("502 " + ERROR, CloudFixture.line(answerTo(reply)));
  }

  @ParameterizedTest
  @CsvSource({
    "403,AccessDeniedException",
    "404,ResourceNotFoundException",
    "413,RequestTooLargeException",
    "429,TooManyRequestsException",
    "500,ServiceException",
    "502,EC2UnexpectedException"
  })
  void refusalOfTheInvokeApiIs500(int status, String type) {
    Reply reply = Reply.of(status, "{\"Message\": \"secret\"}", "x-amzn-ErrorType", type);
    assertEquals("500 " + ERROR, CloudFixture.line(answerTo(reply)));
  }

  @Test
  void timeLimitIs504() {
    LambdaFunction slow = LambdaFunction.of("slow").withTimeoutMillis(200);
    try (ScriptedBackend silent = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
        CloudFixture gateway =
            CloudFixture.at(
                silent.url(),
                ApiInfo.of("api1", ""),
                (exchange, lambda, aws) -> lambda.proxy(exchange, slow))) {
      assertEquals(
          "504 {\"message\": \"Endpoint request timed out\"}",
          CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void truncatedReplyAndRefusedConnectionAre504() {
    String closedUrl;
    try (ScriptedBackend broken =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"sta");
            })) {
      closedUrl = broken.url();
      assertEquals(504, statusAt(closedUrl));
    }
    assertEquals(504, statusAt(closedUrl));
  }

  private static int statusAt(String url) {
    try (CloudFixture gateway =
        CloudFixture.at(
            url,
            ApiInfo.of("api1", ""),
            (exchange, lambda, aws) -> lambda.proxy(exchange, FUNCTION))) {
      return gateway.get("/a").statusCode();
    }
  }

  @Test
  void mergesHeaderMapsAndRenamesHeadersOfTheGateway() {
    HttpResponse<byte[]> response =
        answerTo(
            Reply.of(
                200,
                """
                {"headers": {"x-a": "single", "X-B": 1, "X-C": null, "Set-Cookie": "c=3",
                             "Server": "mine", "x-amzn-RequestId": "fake", "Via": "v"},
                 "multiValueHeaders": {"X-A": ["multi", "single"], "set-cookie": ["a=1", "b=2"]}}
                """));
    assertEquals(List.of("multi", "single"), response.headers().allValues("X-A"));
    assertEquals(List.of("1"), response.headers().allValues("X-B"));
    assertEquals(List.of(), response.headers().allValues("X-C"));
    assertEquals(List.of("a=1", "b=2", "c=3"), response.headers().allValues("Set-Cookie"));
    assertEquals(List.of("mine"), response.headers().allValues("x-amzn-Remapped-Server"));
    assertEquals(List.of(), response.headers().allValues("Via"));
    assertFalse(response.headers().allValues("x-amzn-RequestId").contains("fake"));
    assertEquals(List.of("application/json"), response.headers().allValues("Content-Type"));
  }

  @Test
  void headerValueBeyondLatin1CannotBecomeALineBreak() {
    HttpResponse<byte[]> response =
        answerTo(Reply.of(200, "{\"headers\": {\"x-a\": \"b\\u010d\\u010ax-c: d\"}}"));
    assertEquals(200, response.statusCode());
    assertTrue(response.headers().firstValue("x-c").isEmpty());
  }

  @Test
  void decodesBase64IfTheClientAcceptsABinaryMediaType() {
    String reply = "{\"body\": \"iVAA/w==\", \"isBase64Encoded\": true}";
    assertArrayEquals(
        new byte[] {(byte) 0x89, 'P', 0, (byte) 0xff},
        answerTo(Reply.of(200, reply), "Accept", "image/png,*/*").body());
    assertEquals("iVAA/w==", CloudFixture.text(answerTo(Reply.of(200, reply), "Accept", "*/*")));
    assertEquals(
        "500 " + ERROR,
        CloudFixture.line(
            answerTo(
                Reply.of(200, "{\"body\": \"%\", \"isBase64Encoded\": true}"),
                "Accept",
                "image/png")));
  }

  @Test
  void functionThatRunsHereIsNotInvokedOverTheNetwork() {
    try (CloudFixture gateway =
        new CloudFixture(
            Map.of("gateway.aws.endpoint-url", "http://127.0.0.1:1"),
            Map.of(
                "orders",
                call ->
                    FunctionResult.returned(
                        ("{\"body\":\"" + call.function().qualifier() + "\"}")
                            .getBytes(StandardCharsets.UTF_8))),
            ApiInfo.of("api1", ""),
            "/{proxy+}",
            (exchange, lambda, aws) -> lambda.proxy(exchange, FUNCTION))) {
      assertEquals("200 live", CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void emulatorOfOneFunctionIsAskedByTheNameItKnows() {
    try (RecordedService emulator = new RecordedService(request -> Reply.of(200, "{}"));
        CloudFixture gateway =
            new CloudFixture(
                Map.of("gateway.lambda.functions.orders.endpoint-url", emulator.url()),
                Map.of(),
                ApiInfo.of("api1", ""),
                "/{proxy+}",
                (exchange, lambda, aws) -> lambda.proxy(exchange, FUNCTION))) {
      assertEquals(200, gateway.get("/a").statusCode());
      assertEquals("/2015-03-31/functions/function/invocations", emulator.last().target());
    }
  }
}
