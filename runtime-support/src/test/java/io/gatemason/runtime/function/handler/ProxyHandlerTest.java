package io.gatemason.runtime.function.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.gatemason.runtime.function.event.EventClasses;
import io.gatemason.runtime.function.event.ProxyResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results without JSON in between against what their JSON says. */
class ProxyHandlerTest {
  private static final JsonType<APIGatewayProxyResponseEvent> JSON =
      JsonType.of(APIGatewayProxyResponseEvent.class);

  private static APIGatewayProxyResponseEvent response() {
    return new APIGatewayProxyResponseEvent();
  }

  static Stream<APIGatewayProxyResponseEvent> plainResults() {
    Map<String, @Nullable String> single = new HashMap<>();
    single.put("X-None", null);
    single.put("x-a", "1");
    single.put("Content-Type", "text/plain");
    Map<String, @Nullable List<@Nullable String>> multi = new HashMap<>();
    multi.put("X-None", null);
    multi.put("X-A", Arrays.asList("1", "2", null, "2"));
    return Stream.of(
        response(),
        response().withStatusCode(204),
        response().withStatusCode(200).withBody("\u00fc \u20ac\n\"").withIsBase64Encoded(true),
        response().withBody("").withIsBase64Encoded(false),
        response().withHeaders(single).withMultiValueHeaders(multi),
        response().withHeaders(Map.of()).withMultiValueHeaders(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("plainResults")
  void aPlainResultMeansWhatItsJsonMeans(APIGatewayProxyResponseEvent returned) {
    assertEquals(ProxyResult.read(JSON.write(returned)), EventClasses.result(returned, false));
  }

  static Stream<Supplier<@Nullable APIGatewayProxyResponseEvent>> unusualResults() {
    @SuppressWarnings("unchecked")
    Map<String, String> numbers = (Map<String, String>) (Map<String, ?>) Map.of("X-A", 1);
    return Stream.of(
        () -> null,
        () -> new APIGatewayProxyResponseEvent() {},
        () -> response().withStatusCode(99),
        () -> response().withStatusCode(600),
        () -> response().withBody("\ud83d\ude00"),
        () -> response().withBody("\ud83d"),
        () -> response().withBody("x".repeat(ProxyResult.MAX_BYTES / 6)),
        () -> response().withHeaders(numbers),
        () -> response().withHeaders(Collections.singletonMap(null, "a")),
        () -> response().withHeaders(Map.of("a b", "c")),
        () -> response().withMultiValueHeaders(Map.of("a", List.of("b\r\nc: d"))));
  }

  @ParameterizedTest
  @MethodSource("unusualResults")
  void onlyItsJsonTellsWhatAnUnusualResultMeans(
      Supplier<@Nullable APIGatewayProxyResponseEvent> returned) {
    assertNull(EventClasses.result(returned.get(), false));
  }

  @Test
  void aResultThatFitsHoweverItIsEscapedNeedsNoJson() {
    APIGatewayProxyResponseEvent large =
        response().withBody("\u0001".repeat(ProxyResult.MAX_BYTES / 6 - 100));
    assertEquals(ProxyResult.read(JSON.write(large)), EventClasses.result(large, false));
  }
}
