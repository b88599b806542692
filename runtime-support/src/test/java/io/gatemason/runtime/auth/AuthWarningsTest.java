package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.integration.RecordedLog;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says of authorization: what is open or closed by mistake, and no credentials. */
class AuthWarningsTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:users";
  private static final String POOL =
      "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_A";

  private final RecordedLog log = new RecordedLog("io.gatemason.runtime.auth");

  @AfterEach
  void close() {
    log.close();
    System.clearProperty("gateway.development");
  }

  @Test
  void saysOnceThatNobodyIsKnownWhoCouldSign() {
    IamAuthorizer.of(TestServices.knowing((id, scope) -> null));
    assertEquals("", log.text());
    AuthServices services = TestServices.knowing(Identities.NONE);
    IamAuthorizer.of(services);
    IamAuthorizer.of(services.in(TestCall.API));
    assertEquals(
        "methods with AWS_IAM authorization answer 403 to everybody: neither"
            + " gateway.iam.identities-file nor gateway.iam.key-service.url is set",
        log.text());
  }

  @Test
  void namesPoolsThatAreReadWithoutTls() {
    UserPoolAuthorizer.of(TestServices.fetching(Map.of(), ""), "Authorization", POOL);
    UserPoolAuthorizer.of(
        TestServices.fetching(Map.of(), "https://pools.example"), "Authorization", POOL);
    assertEquals("", log.text());
    UserPoolAuthorizer.of(
        TestServices.fetching(Map.of(), "http://127.0.0.1:9"), "Authorization", POOL);
    assertEquals(
        "keys of the user pools " + POOL + " are read from http://127.0.0.1:9, without TLS",
        log.text());
  }

  @Test
  void saysThatEverybodyIsOnePrincipal() {
    System.setProperty("gateway.development", "true");
    FixedPrincipal.of(TestServices.knowing(Identities.NONE), "alice");
    assertEquals("every caller is \"alice\": an authorizer is not asked", log.text());
  }

  @Test
  void leavesFailedAuthorizersToTheLineOfTheirRequest() {
    AuthServices services =
        TestServices.calling(call -> FunctionResult.failed(call.payload().bytes()));
    TestCall call = TestCall.call().header("Token", "secret-token");
    LambdaAuthorizer ofMethods = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 60);
    RouteAuthorizer ofRoutes =
        RouteAuthorizer.of(
            services, "users", FUNCTION, PayloadFormat.V2_0, 60, "$request.header.Token");
    for (Consumer<Exchange> authorizer :
        List.<Consumer<Exchange>>of(ofMethods::authorize, ofRoutes::authorize)) {
      Exchange exchange = call.exchange();
      GatewayFailure failure =
          assertThrows(GatewayFailure.class, () -> authorizer.accept(exchange));
      assertEquals(
          "Execution failed due to configuration error: Authorizer error: the function ended with"
              + " an error",
          failure.getMessage());
      assertEquals("users", exchange.record().authorizer());
    }
    assertEquals("", log.text());
  }
}
