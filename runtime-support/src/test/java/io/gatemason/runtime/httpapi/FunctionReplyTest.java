package io.gatemason.runtime.httpapi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.EventClasses;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.function.event.RouteEventClasses;
import io.gatemason.runtime.function.handler.JsonType;
import io.gatemason.runtime.payload.MemoryBudget;
import java.nio.charset.StandardCharsets;
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

/** Results of the events library's classes without JSON in between against what their JSON says. */
class FunctionReplyTest {
  private static final JsonType<APIGatewayV2HTTPResponse> ROUTE =
      JsonType.of(APIGatewayV2HTTPResponse.class);
  private static final JsonType<APIGatewayProxyResponseEvent> PROXY =
      JsonType.of(APIGatewayProxyResponseEvent.class);

  private static APIGatewayV2HTTPResponse response(
      int status,
      @Nullable Map<String, String> headers,
      @Nullable Map<String, List<String>> multi,
      @Nullable List<String> cookies,
      @Nullable String body,
      boolean base64) {
    return new APIGatewayV2HTTPResponse(status, headers, multi, cookies, body, base64);
  }

  private static Map<String, String> single() {
    Map<String, @Nullable String> single = new HashMap<>();
    single.put("X-None", null);
    single.put("x-a", "1");
    single.put("X-B", "ü");
    single.put("Content-Type", "text/plain");
    return single;
  }

  private static Map<String, List<String>> multi() {
    Map<String, @Nullable List<@Nullable String>> multi = new HashMap<>();
    multi.put("X-None", null);
    multi.put("Set-Cookie", List.of("z=0"));
    multi.put("X-A", Arrays.asList("1", "2", null, "2"));
    return multi;
  }

  static Stream<APIGatewayV2HTTPResponse> plainResults() {
    return Stream.of(
        response(204, null, null, null, null, false),
        response(200, Map.of(), Map.of(), List.of(), "", false),
        response(200, single(), null, Arrays.asList("a=1", null, "b=2; Path=/"), "ü €\n\"", false),
        response(599, single(), multi(), List.of("a=1"), "aGk=", true),
        response(200, null, multi(), null, "x", false));
  }

  @ParameterizedTest
  @MethodSource("plainResults")
  void aPlainResultMeansWhatItsJsonMeans(APIGatewayV2HTTPResponse returned) {
    ProxyResult result = RouteEventClasses.result(returned);
    assertNotNull(result);
    assertEquals(
        said(FunctionResult.returned(ROUTE.write(returned)), PayloadFormat.V2_0),
        said(FunctionResult.responded(result), PayloadFormat.V2_0));
    APIGatewayProxyResponseEvent old =
        new APIGatewayProxyResponseEvent()
            .withStatusCode(returned.getStatusCode())
            .withHeaders(returned.getHeaders())
            .withMultiValueHeaders(returned.getMultiValueHeaders())
            .withBody(returned.getBody())
            .withIsBase64Encoded(returned.getIsBase64Encoded());
    ProxyResult oldResult = EventClasses.result(old, true);
    assertNotNull(oldResult);
    assertEquals(
        said(FunctionResult.returned(PROXY.write(old)), PayloadFormat.V1_0),
        said(FunctionResult.responded(oldResult), PayloadFormat.V1_0));
  }

  private static List<Object> said(FunctionResult result, PayloadFormat format) {
    FunctionReply reply = FunctionReply.of(result, format);
    return List.of(
        reply.status(), reply.headers(), new String(reply.body().bytes(), StandardCharsets.UTF_8));
  }

  static Stream<Supplier<@Nullable APIGatewayV2HTTPResponse>> unusualResults() {
    @SuppressWarnings("unchecked")
    Map<String, String> numbers = (Map<String, String>) (Map<String, ?>) Map.of("X-A", 1);
    @SuppressWarnings("unchecked")
    List<String> cookies = (List<String>) (List<?>) List.of(1);
    return Stream.of(
        () -> null,
        () -> new APIGatewayV2HTTPResponse() {},
        () -> new APIGatewayV2HTTPResponse(),
        () -> response(199, null, null, null, null, false),
        () -> response(600, null, null, null, null, false),
        () -> response(200, null, null, null, "\ud83d\ude00", false),
        () -> response(200, null, null, null, "x".repeat(ProxyResult.MAX_BYTES / 6), false),
        () -> response(200, numbers, null, null, null, false),
        () -> response(200, Collections.singletonMap(null, "a"), null, null, null, false),
        () -> response(200, Map.of("a b", "c"), null, null, null, false),
        () -> response(200, null, null, cookies, null, false),
        () -> response(200, null, null, List.of("a\r\nb: c"), null, false));
  }

  @ParameterizedTest
  @MethodSource("unusualResults")
  void onlyItsJsonTellsWhatAnUnusualResultMeans(
      Supplier<@Nullable APIGatewayV2HTTPResponse> returned) {
    assertNull(RouteEventClasses.result(returned.get()));
  }

  @Test
  void whatIsTooLargeOrWouldTakeTooMuchMemoryIsNoAnswer() {
    byte[] large = ("\"" + "x".repeat(ProxyResult.MAX_BYTES) + "\"").getBytes(US_ASCII);
    assertThrows(
        GatewayFailure.class,
        () -> FunctionReply.of(FunctionResult.returned(large), PayloadFormat.V2_0));
    byte[] lists = ("[" + "[],".repeat(1_000) + "[]]").getBytes(US_ASCII);
    try (MemoryBudget.Share share = MemoryBudget.of(20_000).begin()) {
      assertNotNull(share);
      assertThrows(
          ExchangeFailure.class,
          () -> FunctionReply.of(FunctionResult.returned(lists), PayloadFormat.V2_0));
    }
  }

  @Test
  void aResultOfFormat1NeedsAStatusAndABase64BodyHasToBeOne() {
    assertNull(EventClasses.result(new APIGatewayProxyResponseEvent(), true));
    ProxyResult broken =
        RouteEventClasses.result(response(200, null, null, null, "no base64", true));
    assertNotNull(broken);
    assertThrows(
        GatewayFailure.class,
        () -> FunctionReply.of(FunctionResult.responded(broken), PayloadFormat.V2_0));
  }
}
