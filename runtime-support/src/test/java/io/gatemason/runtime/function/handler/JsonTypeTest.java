package io.gatemason.runtime.function.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTypeTest {
  private static final String EVENT =
      """
      {"resource": "/{proxy+}", "path": "/a", "httpMethod": "POST",
       "headers": {"Accept": "*/*"}, "multiValueHeaders": {"Accept": ["*/*"]},
       "queryStringParameters": null, "multiValueQueryStringParameters": null,
       "pathParameters": {"proxy": "a"}, "stageVariables": null,
       "requestContext": {"accountId": "123456789012", "apiId": "x", "stage": "dev",
         "requestTimeEpoch": 1700000000000, "identity": {"sourceIp": "127.0.0.1"},
         "domainPrefix": "x", "notInTheClass": 1},
       "body": "aGk=", "isBase64Encoded": true}
      """;

  /** A class as a user writes one. */
  public record Order(@JsonProperty("order_id") String id, Instant at, List<String> items) {}

  @Test
  void bindsTheWholeEventOfAProxyIntegration() {
    APIGatewayProxyRequestEvent event =
        JsonType.of(APIGatewayProxyRequestEvent.class).read(utf8(EVENT));
    assertEquals("/{proxy+}", event.getResource());
    assertEquals(Map.of("proxy", "a"), event.getPathParameters());
    assertEquals(List.of("*/*"), event.getMultiValueHeaders().get("Accept"));
    assertNull(event.getQueryStringParameters());
    assertEquals(true, event.getIsBase64Encoded());
    assertEquals(1_700_000_000_000L, event.getRequestContext().getRequestTimeEpoch());
    assertEquals("127.0.0.1", event.getRequestContext().getIdentity().getSourceIp());
  }

  @Test
  void writesAProxyResponseWithoutWhatIsNotSet() {
    APIGatewayProxyResponseEvent response =
        new APIGatewayProxyResponseEvent().withStatusCode(200).withIsBase64Encoded(false);
    assertEquals(
        "{\"statusCode\":200,\"isBase64Encoded\":false}",
        text(JsonType.of(APIGatewayProxyResponseEvent.class).write(response)));
  }

  @Test
  void bindsClassesByTheNamesOfTheirPropertiesAlone() {
    JsonType<List<Order>> type = JsonType.of(new TypeReference<List<Order>>() {});
    List<Order> orders =
        type.read(utf8("[{\"id\": \"1\", \"order_id\": \"2\", \"at\": 0, \"items\": \"tea\"}]"));
    assertEquals(List.of(new Order("1", Instant.EPOCH, List.of("tea"))), orders);
    assertEquals("[{\"id\":\"1\",\"at\":0.0,\"items\":[\"tea\"]}]", text(type.write(orders)));
  }

  @Test
  void bindsTextNumbersAndNothing() {
    assertEquals("a", JsonType.of(String.class).read(utf8("\"a\"")));
    assertEquals(0, JsonType.of(int.class).read(utf8("null")));
    assertEquals("null", text(JsonType.of(String.class).write(null)));
    assertEquals("null", text(JsonType.nothing()));
  }

  @Test
  void saysThatAnEventDoesNotFit() {
    RuntimeException error =
        assertThrows(
            RuntimeException.class, () -> JsonType.of(Order.class).read(utf8("{\"id\": {}}")));
    assertEquals("An error occurred during JSON parsing", error.getMessage());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
