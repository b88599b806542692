package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.store.VirtualTicker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long and for whom the answers of authorizer functions are kept, of both kinds of API. */
class KeptAnswersTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:users";

  private final VirtualTicker ticker = new VirtualTicker();
  private final List<FunctionCall> asked = new ArrayList<>();
  private FunctionInvoker function = call -> allowing("*");
  private final AuthServices services =
      TestServices.calling(
          call -> {
            asked.add(call);
            return function.invoke(call);
          },
          ticker);

  /** Authorizers that keep by the header Token. */
  private enum Kind {
    TOKEN,
    REQUEST,
    ROUTE
  }

  private Consumer<Exchange> authorizer(Kind kind, String name, int seconds) {
    return switch (kind) {
      case TOKEN -> LambdaAuthorizer.token(services, name, FUNCTION, "Token", seconds)::authorize;
      case REQUEST ->
          LambdaAuthorizer.request(services, name, FUNCTION, seconds, "method.request.header.Token")
              ::authorize;
      case ROUTE ->
          RouteAuthorizer.of(
                  services, name, FUNCTION, PayloadFormat.V2_0, seconds, "$request.header.Token")
              ::authorize;
    };
  }

  private static FunctionResult allowing(String resource) {
    return FunctionResult.returned(
        """
        {"principalId": "alice", "policyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "%s"}]}}
        """
            .formatted(resource)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static TestCall with(String token) {
    return TestCall.call().header("Token", token);
  }

  private static Exchange pass(Consumer<Exchange> authorizer, TestCall call) {
    Exchange exchange = call.exchange();
    authorizer.accept(exchange);
    return exchange;
  }

  private static void refuses(
      GatewayResponseType type, Consumer<Exchange> authorizer, TestCall call) {
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> authorizer.accept(call.exchange()));
    assertEquals(type, refused.type());
  }

  @ParameterizedTest
  @EnumSource
  void areKeptForTheirTime(Kind kind) {
    Consumer<Exchange> authorizer = authorizer(kind, "users", 60);
    assertFalse(pass(authorizer, with("a")).record().authorizerKnew());
    ticker.advance(Duration.ofSeconds(59));
    Exchange known = pass(authorizer, with("a"));
    assertTrue(known.record().authorizerKnew());
    assertEquals("users", known.record().authorizer());
    assertEquals(1, asked.size());
    ticker.advance(Duration.ofSeconds(1));
    assertFalse(pass(authorizer, with("a")).record().authorizerKnew());
    assertEquals(2, asked.size());
  }

  @ParameterizedTest
  @EnumSource
  void areNotKeptWithoutATime(Kind kind) {
    Consumer<Exchange> authorizer = authorizer(kind, "users", 0);
    pass(authorizer, with("a"));
    assertFalse(pass(authorizer, with("a")).record().authorizerKnew());
    assertEquals(2, asked.size());
  }

  @ParameterizedTest
  @EnumSource
  void areKeptForAllMethodsOfADeploymentByIdentityAndAuthorizer(Kind kind) {
    Consumer<Exchange> authorizer = authorizer(kind, "users", 60);
    pass(authorizer, with("a"));
    pass(authorizer, TestCall.call().to("PUT", "/dev/pets/8").query("a=b").header("TOKEN", "a"));
    assertEquals(1, asked.size());
    pass(authorizer, with("A"));
    pass(authorizer(kind, "others", 60), with("a"));
    pass(authorizer, with("a").of(ApiInfo.of("orders", "dev")));
    pass(authorizer, with("a").of(ApiInfo.of("petstore", "prod")).to("GET", "/prod/pets/7"));
    pass(authorizer, with("a").of(TestCall.API.toBuilder().deploymentId("d2").build()));
    pass(authorizer, with("a").of(TestCall.API.toBuilder().servesCanary().build()));
    assertEquals(7, asked.size());
  }

  @ParameterizedTest
  @EnumSource
  void areJudgedAnewForEachMethod(Kind kind) {
    function = call -> allowing("*/GET/pets/7");
    Consumer<Exchange> authorizer = authorizer(kind, "users", 60);
    pass(authorizer, with("a"));
    refuses(GatewayResponseType.ACCESS_DENIED, authorizer, with("a").to("PUT", "/dev/pets/7"));
    refuses(GatewayResponseType.ACCESS_DENIED, authorizer, with("b").to("GET", "/dev/pets/8"));
    pass(authorizer, with("b"));
    assertEquals(2, asked.size(), "denials are kept too");
  }

  @ParameterizedTest
  @EnumSource
  void areNotKeptIfThereIsNone(Kind kind) {
    Consumer<Exchange> authorizer = authorizer(kind, "users", 60);
    function =
        call -> {
          throw new ExchangeFailure(ExchangeFailure.Reason.ANSWERED, "too late");
        };
    refuses(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR, authorizer, with("a"));
    function = call -> FunctionResult.returned("{}".getBytes(StandardCharsets.UTF_8));
    refuses(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR, authorizer, with("a"));
    function = call -> FunctionResult.failed("Unauthorized".getBytes(StandardCharsets.UTF_8));
    refuses(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR, authorizer, with("a"));
    function = call -> allowing("*");
    pass(authorizer, with("a"));
    assertEquals(4, asked.size());
  }

  @Test
  void areToldHowLongTheyTook() {
    function =
        call -> {
          ticker.advance(Duration.ofMillis(7));
          return allowing("*").withRequestId("id-1");
        };
    Consumer<Exchange> authorizer = authorizer(Kind.TOKEN, "users", 60);
    assertEquals(7L, pass(authorizer, with("a")).context().authorizer().get("integrationLatency"));
    assertEquals(0L, pass(authorizer, with("a")).context().authorizer().get("integrationLatency"));
  }

  @Test
  void tellWhichInvocationGaveThem() {
    function = call -> allowing("*").withRequestId("id-1");
    Consumer<Exchange> authorizer = authorizer(Kind.TOKEN, "users", 60);
    ContextSlots asking = pass(authorizer, with("a")).context();
    assertEquals("200", asking.text(ContextVariable.AUTHORIZER_INTEGRATION_STATUS));
    assertEquals("id-1", asking.text(ContextVariable.AUTHORIZER_REQUEST_ID));
    long latency = Long.parseLong(asking.text(ContextVariable.AUTHORIZER_INTEGRATION_LATENCY));
    assertTrue(latency >= 0 && latency < 60_000, "" + latency);
    ContextSlots kept = pass(authorizer, with("a")).context();
    assertNull(kept.text(ContextVariable.AUTHORIZER_INTEGRATION_STATUS));
    assertNull(kept.text(ContextVariable.AUTHORIZER_REQUEST_ID));
    function = call -> allowing("*");
    assertNull(
        pass(authorizer, with("b")).context().text(ContextVariable.AUTHORIZER_REQUEST_ID),
        "outside of Lambda there is none");
  }

  @ParameterizedTest
  @EnumSource
  void nameTheAuthorizerThoughNobodyIsAsked(Kind kind) {
    Exchange exchange = TestCall.call().exchange();
    assertThrows(GatewayFailure.class, () -> authorizer(kind, "users", 60).accept(exchange));
    assertEquals("users", exchange.record().authorizer());
    assertFalse(exchange.record().authorizerKnew());
    assertEquals(List.of(), asked);
  }

  @Test
  void areForgottenStageByStage() {
    for (Kind kind : List.of(Kind.TOKEN, Kind.ROUTE)) {
      assertFalse(services.flush("petstore", "prod"));
      pass(authorizer(kind, "users", 60), with("a"));
      assertTrue(services.flush("petstore", "dev"));
      pass(authorizer(kind, "users", 60), with("a"));
    }
    assertEquals(4, asked.size());
  }

  @Test
  void areNotAskedForAsACallerWhoHasNotSigned() {
    String caller = "arn:aws:iam::*:user/*";
    refuses(
        GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
        LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0).withCredentials(caller)
            ::authorize,
        with("a"));
    refuses(
        GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
        RouteAuthorizer.of(services, "users", FUNCTION, PayloadFormat.V2_0, 0)
                .withCredentials(caller)
            ::authorize,
        with("a"));
    assertEquals(List.of(), asked);
  }

  @Test
  void areLoggedWithTheFunctionThatGaveThem() {
    List<String> lines = new ArrayList<>();
    Exchange exchange = with("secret-token").exchange();
    exchange.log(
        new ExecutionLog() {
          @Override
          public boolean wants(Detail detail) {
            return true;
          }

          @Override
          public void write(Detail detail, String line) {
            lines.add(line);
          }
        });
    authorizer(Kind.ROUTE, "users", 0).accept(exchange);
    assertEquals(
        "Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/"
            + FUNCTION
            + "/invocations",
        lines.getFirst());
    assertTrue(lines.get(1).contains("\"identitySource\":[\"******-token\"]"), lines.get(1));
    assertFalse(lines.get(1).contains("secret-token"), lines.get(1));
    assertTrue(lines.get(2).startsWith("Authorizer result body before parsing: "), lines.get(2));
  }
}
