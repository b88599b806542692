package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.ClientContext;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.handler.JavaFunction;
import io.gatemason.runtime.function.handler.JavaHandler;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.integration.RecordedService.Request;
import io.gatemason.runtime.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LambdaCustomTest {
  private static final String ERROR = "500 {\"message\": \"Internal server error\"}";
  private static final ApiInfo API = ApiInfo.of("api1", "");
  private static final LambdaFunction FUNCTION = LambdaFunction.of("orders");

  private static CloudFixture gateway(RecordedService service, String method) {
    return CloudFixture.at(service.url(), API, method(method));
  }

  private static CloudFixture gateway(JavaHandler handler) {
    return new CloudFixture(
        Map.of(),
        Map.of("orders", JavaFunction.of("orders", () -> handler)),
        API,
        "/{proxy+}",
        method("POST"));
  }

  private static CloudFixture.Method method(String verb) {
    return (exchange, lambda, aws) -> {
      AwsRequest request = AwsRequest.of(exchange, verb);
      request.header("X-Amz-Invocation-Type", exchange.header("X-Kind"));
      request.header("X-Amz-Client-Context", exchange.header("X-Context"));
      request.header("X-Amz-Log-Type", exchange.header("X-Log"));
      request.passBody();
      IntegrationResponse response = lambda.send(exchange, request, FUNCTION);
      exchange
          .answer(response.status())
          .header("X-Log", response.header("X-amz-log-result"))
          .body("text/plain", response.errorMessage() + "|" + response.bodyText())
          .send();
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"ok\": 1};;|{\"ok\": 1}",
        "{\"errorMessage\": \"bad\"};Unhandled;bad|{\"errorMessage\": \"bad\"}",
        "{\"errorMessage\": \"bad\"};;bad|{\"errorMessage\": \"bad\"}",
        "{\"errorMessage\": null};Unhandled;|{\"errorMessage\": null}",
        "\"errorMessage\";;|\"errorMessage\"",
        "[1,;;|[1,"
      })
  void selectionTextIsTheErrorMessageOfTheResult(String result, String error, String answer) {
    String[] headers = error == null ? new String[0] : new String[] {"X-Amz-Function-Error", error};
    try (RecordedService service = new RecordedService(request -> Reply.of(200, result, headers));
        CloudFixture gateway = gateway(service, "POST")) {
      assertEquals("200 " + answer, CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void emptyBodyIsAnEmptyObjectAndABodyPasses() {
    try (RecordedService service = new RecordedService(request -> Reply.of(200, "{}"));
        CloudFixture gateway = gateway(service, "POST")) {
      gateway.get("/a");
      assertEquals("{}", service.last().body());
      assertEquals("application/json", service.last().header("Content-Type"));
      gateway.send("POST", "/a", "[1]".getBytes(StandardCharsets.UTF_8));
      assertEquals("[1]", service.last().body());
    }
  }

  @Test
  void eventInvocationIsNotWaitedFor() {
    try (RecordedService service = new RecordedService(request -> Reply.of(202, ""));
        CloudFixture gateway = gateway(service, "POST")) {
      assertEquals("202 |", CloudFixture.line(gateway.get("/a", "X-Kind", "Event")));
      assertEquals("Event", service.last().header("X-Amz-Invocation-Type"));
    }
  }

  @Test
  void otherMethodsThanPostFailWithoutAnInvocation() {
    try (RecordedService service = new RecordedService(request -> Reply.of(200, "{}"));
        CloudFixture gateway = gateway(service, "GET")) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/a")));
      assertEquals(0, service.requests().size());
    }
  }

  @Test
  void mappedHeadersReachLambdaAndItsHeadersComeBack() {
    Reply reply = Reply.of(200, "1", "X-Amz-Log-Result", base64("START"));
    try (RecordedService service = new RecordedService(request -> reply);
        CloudFixture gateway = gateway(service, "POST")) {
      HttpResponse<byte[]> answer =
          gateway.get("/a", "X-Context", "e30=", "X-Log", "Tail", "Content-Type", "text/x");
      assertEquals(base64("START"), answer.headers().firstValue("X-Log").orElse(""));
      Request sent = service.last();
      assertEquals("e30=", sent.header("X-Amz-Client-Context"));
      assertEquals("Tail", sent.header("X-Amz-Log-Type"));
      assertEquals("RequestResponse", sent.header("X-Amz-Invocation-Type"));
      assertEquals("text/x", sent.header("Content-Type"));
      assertEquals("application/json", sent.header("Accept"));
      assertEquals("AmazonAPIGateway_api1", sent.header("User-Agent"));
      assertEquals("api1", sent.header("x-amzn-apigateway-api-id"));
      assertEquals(
          answer.headers().firstValue("x-amzn-RequestId").orElse(""),
          sent.header("x-amzn-lambda-integration-tag"));
      assertEquals(
          answer.headers().firstValue("X-Amzn-Trace-Id").orElse(""),
          sent.header("X-Amzn-Trace-Id"));
      assertTrue(
          sent.header("Authorization")
              .contains(
                  "SignedHeaders=content-type;host;x-amz-client-context;x-amz-content-sha256;"
                      + "x-amz-date;x-amz-invocation-type;x-amz-log-type,"),
          sent.header("Authorization"));
    }
  }

  @Test
  void functionThatRunsHereSeesTheClientContext() {
    JavaHandler handler =
        (event, context) -> {
          ClientContext client = context.getClientContext();
          String seen =
              client == null
                  ? "none"
                  : client.getClient().getAppTitle()
                      + client.getClient().getInstallationId()
                      + client.getCustom()
                      + client.getEnvironment();
          return Json.quote(seen).getBytes(StandardCharsets.UTF_8);
        };
    String json = "{\"client\": {\"app_title\": \"Shop\"}, \"custom\": {\"a\": \"ü\", \"b\": [1]}}";
    try (CloudFixture gateway = gateway(handler)) {
      assertEquals(
          "200 |\"Shopnull{a=ü, b=[1]}{}\"",
          CloudFixture.line(gateway.get("/a", "X-Context", base64(json))));
      assertEquals("200 |\"none\"", CloudFixture.line(gateway.get("/a")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "bm8=", "W10="})
  void clientContextThatIsNoObjectIsRefused(String context) {
    try (CloudFixture gateway = gateway((event, any) -> event)) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/a", "X-Context", context)));
    }
  }

  @ParameterizedTest
  @CsvSource({"RequestResponse,200 |{},1", "Event,202 |,1", "DryRun,'204 ',0"})
  void functionThatRunsHereIsInvokedAsTheTypeSays(String type, String answer, int times)
      throws InterruptedException {
    Semaphore invoked = new Semaphore(0);
    JavaHandler handler =
        (event, context) -> {
          invoked.release();
          return event;
        };
    try (CloudFixture gateway = gateway(handler)) {
      assertEquals(answer, CloudFixture.line(gateway.get("/a", "X-Kind", type)));
      assertTrue(invoked.tryAcquire(times, 20, TimeUnit.SECONDS));
      assertEquals(0, invoked.availablePermits());
    }
  }

  @Test
  void invocationTypesThatLambdaDoesNotKnowAreRefused() {
    try (CloudFixture gateway = gateway((event, context) -> event)) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/a", "X-Kind", "Sometimes")));
    }
  }
}
