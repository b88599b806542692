package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.failure.GatewayFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MockStatusTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\": 200}",
        "{statusCode: 200}",
        "{'statusCode': 200}",
        "{\"statusCode\": 200,}",
        "{\"statusCode\": 200,,}",
        "{,\"a\": [1,,2,],, \"statusCode\": 200 , , \"b\": \"x,,\\\",,\"}",
        "{\"b\": 'it\\'s,,', statusCode: 200}",
        " \n{ \"statusCode\" : 200 }\n"
      })
  void acceptsLooseJson(String body) {
    assertEquals(200, MockStatus.parse(body));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 99, 600, 123456})
  void acceptsAnyInteger(int status) {
    assertEquals(status, MockStatus.parse("{\"statusCode\": " + status + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "200",
        "{}",
        "[]",
        "hello",
        "<xml/>",
        "{\"statusCode\": \"200\"}",
        "{\"statusCode\": 200.0}",
        "{\"statusCode\": null}",
        "{\"statusCode\": 99999999999}",
        "{\"statusCode\": 200",
        "{\"StatusCode\": 200}",
        "{\"nested\": {\"statusCode\": 200}}"
      })
  void refusesWhatHasNoIntegerStatusCode(String body) {
    assertThrows(GatewayFailure.class, () -> MockStatus.parse(body));
  }
}
