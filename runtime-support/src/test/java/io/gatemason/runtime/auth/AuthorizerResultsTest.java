package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.store.redis.RedisFixture;
import io.gatemason.runtime.store.redis.RedisState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AuthorizerResultsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final ApiInfo DEV = ApiInfo.of("pets", "dev");
  private static final ApiInfo PROD = ApiInfo.of("pets", "prod");

  @Test
  void stagesForgetByThemselves() {
    AuthorizerResults<AuthorizerResult> results =
        new AuthorizerResults<>(
            local(), "authorizers", new AuthorizerResultCodec(), null, 1_000_000);
    results.of(DEV).put("a", result("one"), MINUTE, results.of(DEV).generation());
    results.of(PROD).put("a", result("two"), MINUTE, results.of(PROD).generation());
    assertTrue(results.flush("pets", "dev"));
    assertNull(results.of(DEV).get("a"));
    assertEquals("two", results.of(PROD).get("a").entries().get("principalId"));
    assertFalse(results.flush("pets", "test"));
  }

  @Test
  void stagesTakeEqualSharesOfTheHeap() {
    AuthorizerResult result = result("one");
    int weight = new AuthorizerResultCodec().weigh(result) + 400;
    AuthorizerResults<AuthorizerResult> results =
        new AuthorizerResults<>(
            local(), "authorizers", new AuthorizerResultCodec(), null, 2 * weight);
    results.of(DEV).put("a", result, MINUTE, results.of(DEV).generation());
    results.of(DEV).put("b", result, MINUTE, results.of(DEV).generation());
    assertNotNull(results.of(DEV).get("a"));
    assertNotNull(results.of(DEV).get("b"));
    results.of(PROD).put("a", result, MINUTE, results.of(PROD).generation());
    assertNotNull(results.of(PROD).get("a"));
    assertTrue((results.of(DEV).get("a") == null) != (results.of(DEV).get("b") == null));
    results.of(ApiInfo.of("pets", "test"));
    assertNull(results.of(PROD).get("a"));
  }

  @Test
  void deploymentsAndCanariesAskForThemselves() {
    ApiInfo canary = PROD.toBuilder().servesCanary().build();
    ApiInfo other = PROD.toBuilder().deploymentId("1a2b3c4").build();
    String entry = AuthorizerResults.entry(PROD, "users", "key");
    assertNotEquals(entry, AuthorizerResults.entry(canary, "users", "key"));
    assertNotEquals(entry, AuthorizerResults.entry(other, "users", "key"));
    assertEquals(entry, AuthorizerResults.entry(PROD, "users", "key"));
    assertTrue(AuthorizerResults.entry(canary, "users", "key").contains("/canary/users/"));
  }

  @Test
  void processesShareResultsAndForgetThemTogether() throws IOException {
    EntrySeal seal =
        new EntrySeal(
            Base64.getEncoder()
                .encodeToString("0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
    try (RedisFixture redis = new RedisFixture();
        StateStore first = shared(redis);
        StateStore second = shared(redis)) {
      AuthorizerResults<AuthorizerResult> one =
          new AuthorizerResults<>(
              first, "authorizers", new AuthorizerResultCodec(), seal, 1_000_000);
      AuthorizerResults<AuthorizerResult> two =
          new AuthorizerResults<>(
              second, "authorizers", new AuthorizerResultCodec(), seal, 1_000_000);
      one.of(PROD).put("a", result("one"), MINUTE, one.of(PROD).generation());
      assertNotNull(two.of(PROD).get("a"));
      assertNull(two.of(DEV).get("a"));
      assertNull(
          new AuthorizerResults<>(
                  second, "authorizers", new AuthorizerResultCodec(), null, 1_000_000)
              .of(PROD)
              .get("a"),
          "what is encrypted says nothing without the key");
      two.flush("pets", "prod");
      assertNull(one.of(PROD).get("a"));
    }
  }

  private static AuthorizerResult result(String principal) {
    return AuthorizerResult.read(
        """
        {"principalId": "%s", "policyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]}}
        """
            .formatted(principal)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static StateStore local() {
    return new LocalState(Ticker.system(), LocalLimits.inMemory(Ticker.system()));
  }

  private static StateStore shared(RedisFixture redis) {
    return RedisState.open(redis.settings(false), LocalLimits.inMemory(Ticker.system()));
  }
}
