package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of docs/behaviour/integrations.md#failures that functions have: what the client gets,
 * and what the log says.
 */
@Timeout(30)
class LambdaFailuresTest {
  private static final String SERVER_ERROR = "{\"message\": \"Internal server error\"}";

  /** An answer, and the log of its request in one text. */
  private record Outcome(HttpResponse<byte[]> answer, String log) {

    void isA(int status, String body, String logged) {
      assertEquals(status + " " + body, CloudFixture.line(answer));
      assertEquals(
          "InternalServerErrorException",
          answer.headers().firstValue("x-amzn-ErrorType").orElse(""));
      String id = answer.headers().firstValue("x-amzn-RequestId").orElse("");
      assertTrue(log.contains(id) && log.contains(logged), log);
    }
  }

  private static Outcome of(String url, CloudFixture.Method method) {
    List<String> lines = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("io.gatemason.runtime.server.Failures");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try (CloudFixture gateway = CloudFixture.at(url, ApiInfo.of("api1", ""), method)) {
      HttpResponse<byte[]> answer = gateway.get("/a");
      return new Outcome(answer, String.join("\n", lines));
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static Outcome replying(Reply reply, CloudFixture.Method method) {
    try (RecordedService service = new RecordedService(any -> reply)) {
      return of(service.url(), method);
    }
  }

  private static CloudFixture.Method proxy(String function) {
    return (exchange, lambda, aws) -> lambda.proxy(exchange, LambdaFunction.parse(function));
  }

  @Test
  void lambdaItselfHasAnsweredWhereTheFunctionFails() {
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    replying(
        Reply.of(200, "{}", "X-Amz-Function-Error", "Unhandled"),
        (exchange, lambda, aws) -> {
          try {
            lambda.proxy(exchange, LambdaFunction.of("orders"));
          } finally {
            statuses.add(exchange.record().serviceStatus());
            statuses.add(exchange.record().integrationStatus());
          }
        });
    assertEquals(List.of(200, 0), statuses);
  }

  private static CloudFixture.Method custom(String method) {
    return (exchange, lambda, aws) ->
        CloudFixture.pass(
            exchange,
            lambda.send(exchange, AwsRequest.of(exchange, method), LambdaFunction.of("orders")));
  }

  @ParameterizedTest
  @CsvSource({
    "403,AccessDeniedException,Invalid permissions on Lambda function",
    "404,ResourceNotFoundException,Lambda invocation failed with status: 404",
    "413,RequestTooLargeException,Lambda invocation failed with status: 413",
    "429,TooManyRequestsException,Lambda invocation failed with status: 429",
    "503,ServiceException,Lambda invocation failed with status: 503"
  })
  void whatTheInvokeApiRefusesIs500ForBothTypes(int status, String type, String logged) {
    Reply reply = Reply.of(status, "{\"Message\": \"secret\"}", "x-amzn-ErrorType", type);
    replying(reply, proxy("orders")).isA(500, SERVER_ERROR, logged);
    replying(reply, custom("POST")).isA(500, SERVER_ERROR, "(" + type + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"statusCode\": 200;Malformed Lambda proxy response",
        "not json;Malformed Lambda proxy response",
        "[];Malformed Lambda proxy response",
        "{\"statusCode\": \"ok\"};Malformed Lambda proxy response",
        "{\"body\": {}};Malformed Lambda proxy response"
      })
  void malformedResultsAre502(String result, String logged) {
    replying(Reply.of(200, result), proxy("orders")).isA(502, SERVER_ERROR, logged);
  }

  @Test
  void oversizedResultsAre502() {
    String big = "{\"body\": \"" + "x".repeat(6_291_556) + "\"}";
    replying(Reply.of(200, big), proxy("orders"))
        .isA(502, SERVER_ERROR, "larger than 6291556 bytes");
  }

  @Test
  void functionErrorsAre502AndLoggedInOneLine() {
    Reply reply =
        Reply.of(
            200,
            "{\"errorMessage\": \"no\nstock\", \"errorType\": \"E\"}",
            "X-Amz-Function-Error",
            "Unhandled");
    Outcome outcome = replying(reply, proxy("orders"));
    outcome.isA(
        502,
        SERVER_ERROR,
        "Lambda execution failed with status 200 due to customer function error: "
            + "{\"errorMessage\": \"no stock\"");
    assertFalse(outcome.log().contains("\n"));
  }

  @Test
  void silenceIs504AndANetworkErrorToo() {
    LambdaFunction slow = LambdaFunction.of("slow").withTimeoutMillis(200);
    try (ScriptedBackend silent = new ScriptedBackend(ScriptedBackend.Connection::holdOpen)) {
      of(silent.url(), (exchange, lambda, aws) -> lambda.proxy(exchange, slow))
          .isA(504, "{\"message\": \"Endpoint request timed out\"}", "timeout error");
    }
    of("http://127.0.0.1:1", proxy("orders"))
        .isA(
            504,
            "{\"message\": \"Network error communicating with endpoint\"}",
            "Execution failed due to a network error communicating with endpoint");
  }

  @Test
  void otherVerbsThanPostAre500() {
    replying(Reply.of(200, "{}"), custom("GET")).isA(500, SERVER_ERROR, "configuration error");
  }

  @ParameterizedTest
  @CsvSource({
    "'',",
    "orders:,",
    "arn:aws:lambda:us-east-1:123456789012:function:,",
    "arn:aws:lambda:us-east-1:123456789012:function:a:b:c,",
    "orders,",
    "orders:live,live",
    "orders:7,7",
    "orders:$LATEST,$LATEST",
    "123456789012:function:orders:live,live",
    "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:live,live",
    "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders,"
  })
  void namesPutTogetherAtRequestTimeAreCheckedAndQualified(String function, String qualifier) {
    boolean named = function.contains("orders") && !function.endsWith(":");
    try (RecordedService service = new RecordedService(any -> Reply.of(200, "{}"));
        CloudFixture gateway =
            CloudFixture.at(service.url(), ApiInfo.of("api1", ""), proxy(function))) {
      HttpResponse<byte[]> answer = gateway.get("/a");
      assertEquals(named ? "200 " : "500 " + SERVER_ERROR, CloudFixture.line(answer));
      assertEquals(named ? 1 : 0, service.requests().size());
      if (named) {
        String target = service.last().target();
        String query = qualifier == null ? "" : "?Qualifier=" + qualifier.replace("$", "%24");
        assertTrue(target.endsWith("/invocations" + query), target);
      }
    }
  }
}
