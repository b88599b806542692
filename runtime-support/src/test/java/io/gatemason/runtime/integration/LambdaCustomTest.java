package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.integration.lambda.LambdaFunction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LambdaCustomTest {
  private static final LambdaFunction FUNCTION = LambdaFunction.of("orders");

  private static CloudFixture gateway(RecordedService service, String method) {
    return CloudFixture.at(
        service.url(),
        ApiInfo.of("api1", ""),
        (exchange, lambda, aws) -> {
          IntegrationRequest request = IntegrationRequest.forAws(exchange, method);
          request.header("X-Amz-Invocation-Type", exchange.header("X-Kind"));
          request.passBody();
          IntegrationResponse response = lambda.send(exchange, request, FUNCTION);
          exchange
              .answer(response.status())
              .body("text/plain", response.errorMessage() + "|" + response.bodyText())
              .send();
        });
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
      assertEquals(
          "500 {\"message\": \"Internal server error\"}", CloudFixture.line(gateway.get("/a")));
      assertEquals(0, service.requests().size());
    }
  }
}
