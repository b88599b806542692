package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.auth.AuthServices;
import io.gatemason.runtime.auth.IamAuthorizer;
import io.gatemason.runtime.auth.JwtAuthorizer;
import io.gatemason.runtime.auth.LambdaAuthorizer;
import io.gatemason.runtime.auth.UserPoolAuthorizer;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.AccessLog;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServedLinesTest {

  private static List<String> lines(TestApi... apis) {
    try (Observation observation = Observation.open(Config.empty())) {
      return ServedLines.lines(
          ServedApi.all(observation, List.of(apis)),
          (api, stage) -> stage.equals("dev") ? Set.of("orders (TOKEN)", "AWS_IAM") : Set.of());
    }
  }

  @Test
  void sayWhatIsServedWhere() {
    StageSettings settings =
        StageSettings.NONE.cache(1).methods("*", "*", MethodSettings.NONE.logLevel(LogLevel.ERROR));
    ApiInfo full = ApiInfo.builder("shop", "prod").settings(settings).canary(Canary.of(5)).build();
    assertEquals(
        List.of(
            "API one: /",
            "API shop: /dev (authorization), /prod (canary 5.0 %, cache, access log, execution"
                + " log); guarded by AWS_IAM, orders (TOKEN)"),
        lines(
            new TestApi(ApiInfo.of("shop", "dev")),
            new TestApi(full).accessLog(new AccessLog("orders", line -> {})),
            new TestApi(ApiInfo.of("one", ""))));
  }

  @Test
  void sayWhichHostsAnswerAndWhatIsSwitchedOff() {
    assertEquals(
        List.of(
            "domains: api.example.com",
            "switched off: state shared by processes (gateway.store.redis.uri), traces"
                + " (gateway.otlp.endpoint)"),
        ServedLines.about(
            List.of(CustomDomain.of("api.example.com")),
            Config.just(ConfigSources.create(Map.of("gateway.management.port", "1"))),
            false));
  }

  @Test
  void sayWhereStateIsWithoutItsPasswords() {
    assertEquals(
        "state shared by processes: Redis at cache.example.com:6379/1",
        ServedLines.about(
                List.of(),
                Config.just(
                    ConfigSources.create(
                        Map.of(
                            "gateway.store.redis.uri",
                            "rediss://user:se@cret@cache.example.com:6379/1"))),
                true)
            .getFirst());
    assertEquals(
        "usage is kept in usage.log",
        ServedLines.about(
                List.of(),
                Config.just(ConfigSources.create(Map.of("gateway.store.file", "usage.log"))),
                true)
            .getFirst());
  }

  @Test
  void nameAuthorizersOfTheStagesThatTheyGuard() {
    try (Services services = Services.open(Config.empty())) {
      AuthServices auth = new Stage(services, ApiInfo.of("shop", "dev")).auth();
      LambdaAuthorizer.token(auth, "orders", "arn:aws:lambda:eu-west-1:1:function:f", "A", 0);
      LambdaAuthorizer.token(auth, "orders", "arn:aws:lambda:eu-west-1:1:function:f", "A", 0);
      UserPoolAuthorizer.of(
          auth, "A", "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a");
      JwtAuthorizer.of(auth, "$request.header.A", "https://issuer.example.com", "x");
      IamAuthorizer.of(auth);
      assertEquals(
          Set.of(
              "orders (TOKEN)",
              "eu-west-1_a (COGNITO_USER_POOLS)",
              "https://issuer.example.com (JWT)",
              "AWS_IAM"),
          services.guards("shop", "dev"));
      assertEquals(Set.of(), services.guards("shop", "prod"));
    }
  }

  @Test
  void areFew() {
    List<String> lines =
        lines(
            IntStream.range(0, 100)
                .mapToObj(i -> new TestApi(ApiInfo.of("api" + i, "dev")))
                .toArray(TestApi[]::new));
    assertEquals(31, lines.size());
    assertEquals("and 70 more APIs", lines.getLast());
  }
}
