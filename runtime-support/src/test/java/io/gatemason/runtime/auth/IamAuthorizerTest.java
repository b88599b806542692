package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.identity.TestIdentities;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.event.EventAuthorizer;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that the SDK signs, without a network. */
class IamAuthorizerTest {
  private static final String KEY = "AKIDALICE";
  private static final String OWN = "000000000000";

  @ParameterizedTest
  @CsvSource({
    "000000000000, ALLOW, IMPLICIT_DENY, true",
    "000000000000, IMPLICIT_DENY, ALLOW, true",
    "000000000000, IMPLICIT_DENY, IMPLICIT_DENY, false",
    "000000000000, EXPLICIT_DENY, ALLOW, false",
    "000000000000, ALLOW, EXPLICIT_DENY, false",
    "111111111111, ALLOW, ALLOW, true",
    "111111111111, ALLOW, IMPLICIT_DENY, false",
    "111111111111, IMPLICIT_DENY, ALLOW, false",
    "111111111111, ALLOW, EXPLICIT_DENY, false"
  })
  void inOneAccountOneSideIsEnough(String account, Verdict own, Verdict resource, boolean allowed) {
    IamAuthorizer authorizer = authorizer(account, call -> own).withPolicy(call -> resource);
    Exchange exchange = signed();
    if (allowed) {
      authorizer.authorize(exchange);
      assertTrue(exchange.context().invalidationAllowed());
      assertNotNull(exchange.context().left(RequestSigner.class));
    } else {
      assertEquals(GatewayResponseType.ACCESS_DENIED, refusal(authorizer, exchange).type());
      assertNull(exchange.context().left(RequestSigner.class));
    }
    assertEquals(200, exchange.record().phase(Phase.AUTHENTICATE).status());
    assertEquals(allowed ? 200 : 403, exchange.record().phase(Phase.AUTHORIZE).status());
  }

  @Test
  void theCallerIsTold() {
    Exchange exchange = signed();
    authorizer(OWN, call -> Verdict.ALLOW).authorize(exchange);
    assertEquals(KEY, exchange.context().text(ContextVariable.IDENTITY_ACCESS_KEY));
    assertEquals(OWN, exchange.context().text(ContextVariable.IDENTITY_ACCOUNT_ID));
    assertEquals("AIDA", exchange.context().text(ContextVariable.IDENTITY_CALLER));
    assertEquals("AIDA", exchange.context().text(ContextVariable.IDENTITY_USER));
    assertEquals(arn(OWN), exchange.context().text(ContextVariable.IDENTITY_USER_ARN));
    assertNull(exchange.context().left(EventAuthorizer.class));
  }

  @Test
  void eventsOfHttpApisTellTheCaller() {
    ApiInfo api = TestCall.API.toBuilder().httpApi().build();
    Exchange exchange = TestCall.call().of(api).signedBy(KEY, "secret").exchange();
    authorizer(OWN, call -> Verdict.ALLOW).authorize(exchange);
    EventAuthorizer told = exchange.context().left(EventAuthorizer.class);
    assertEquals(
        "{accessKey=AKIDALICE, accountId=000000000000, callerId=AIDA, cognitoIdentity=null,"
            + " principalOrgId=null, userArn=arn:aws:iam::000000000000:user/alice, userId=AIDA}",
        told.content().toString());
  }

  @Test
  void logsOfHttpApisTellWhatIsWrong() {
    ApiInfo api = TestCall.API.toBuilder().httpApi().build();
    Exchange unsigned = TestCall.call().of(api).exchange();
    refusal(authorizer(OWN, call -> Verdict.ALLOW), unsigned);
    assertEquals(
        "The request for the IAM authorizer does not match the format API Gateway expects",
        unsigned.context().text(ContextVariable.AUTHORIZER_ERROR));
  }

  @Test
  void cachesAreAQuestionOfTheirOwn() {
    Exchange exchange = signed();
    authorizer(OWN, call -> call.invokes() ? Verdict.ALLOW : Verdict.IMPLICIT_DENY)
        .authorize(exchange);
    assertFalse(exchange.context().invalidationAllowed());
  }

  @Test
  void aBodyIsSignedToo() {
    Exchange exchange =
        TestCall.call("{\"a\": 1}")
            .to("POST", "/dev/pets/7")
            .query("b=2&a=1")
            .signedBy(KEY, "secret")
            .exchange();
    authorizer(OWN, call -> Verdict.ALLOW).authorize(exchange);
    assertEquals(KEY, exchange.context().text(ContextVariable.IDENTITY_ACCESS_KEY));
  }

  @Test
  void wrongSignaturesAreRefusedByTheirKind() {
    IamAuthorizer authorizer = authorizer(OWN, call -> Verdict.ALLOW);
    GatewayFailure missing = refusal(authorizer, TestCall.call().exchange());
    assertEquals(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, missing.type());
    GatewayFailure wrong = refusal(authorizer, TestCall.call().signedBy(KEY, "wrong").exchange());
    assertEquals(GatewayResponseType.INVALID_SIGNATURE, wrong.type());
    GatewayFailure unknown =
        refusal(authorizer, TestCall.call().signedBy("AKIDBOB", "secret").exchange());
    assertEquals(GatewayResponseType.INVALID_SIGNATURE, unknown.type());
    GatewayFailure incomplete =
        refusal(
            authorizer,
            TestCall.call().header("Authorization", "AWS4-HMAC-SHA256 nothing").exchange());
    assertEquals(GatewayResponseType.INVALID_SIGNATURE, incomplete.type());
    assertNotNull(incomplete.text());
  }

  @ParameterizedTest
  @CsvSource({
    "000000000000, pets/7, true",
    "000000000000, pets, true",
    "000000000000, p, false",
    "111111111111, pets/7, false"
  })
  void connectionsAreManagedByPolicyOfTheirAccount(String account, String end, boolean allowed) {
    IamAuthorizer authorizer =
        authorizer(
            account,
            call ->
                call.action() == Action.MANAGE_CONNECTIONS
                        && call.resource().text().endsWith("/" + end)
                    ? Verdict.ALLOW
                    : Verdict.IMPLICIT_DENY);
    Exchange exchange = signed();
    if (allowed) {
      assertDoesNotThrow(() -> authorizer.manage(exchange));
      assertEquals(arn(account), exchange.context().text(ContextVariable.IDENTITY_USER_ARN));
    } else {
      GatewayFailure refused =
          assertThrows(GatewayFailure.class, () -> authorizer.manage(exchange));
      assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
      assertTrue(refused.text().contains("execute-api:ManageConnections"), refused.text());
    }
  }

  @Test
  void policiesBeforeAnApiKnowWhoHasSigned() {
    AuthServices services = services(OWN, AccessPolicy.SILENT);
    AccessPolicy onlyAlice =
        call -> call.caller().is(arn(OWN)) ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
    EntranceGuard guard = services.entranceGuard();
    Exchange exchange = signed();
    guard.requireEndpoint(exchange, onlyAlice);
    Identity known = exchange.context().left(Identity.class);
    assertEquals(KEY, known.accessKeyId());
    guard.requireDomain(exchange, call -> onlyAlice.judge(call), "api.example");
    assertSame(known, exchange.context().left(Identity.class));
    Exchange wrong = TestCall.call().signedBy(KEY, "wrong").exchange();
    assertThrows(GatewayFailure.class, () -> guard.requireEndpoint(wrong, onlyAlice));
    Exchange presigned =
        TestCall.call().query("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=1").exchange();
    assertThrows(GatewayFailure.class, () -> guard.requireEndpoint(presigned, onlyAlice));
    AccessPolicy nobody = call -> call.caller().anonymous() ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
    Exchange other = TestCall.call().header("Authorization", "Bearer AWS4-").exchange();
    assertDoesNotThrow(() -> guard.requireEndpoint(other, nobody));
  }

  @Test
  void knowsWhetherAnybodyCanSign() {
    assertTrue(services(OWN, AccessPolicy.SILENT).knowsIdentities());
    assertFalse(TestServices.knowing(Identities.NONE).knowsIdentities());
  }

  private static GatewayFailure refusal(IamAuthorizer authorizer, Exchange exchange) {
    return assertThrows(GatewayFailure.class, () -> authorizer.authorize(exchange));
  }

  private static Exchange signed() {
    return TestCall.call().signedBy(KEY, "secret").exchange();
  }

  private static IamAuthorizer authorizer(String account, AccessPolicy policy) {
    return IamAuthorizer.of(services(account, policy));
  }

  private static AuthServices services(String account, AccessPolicy policy) {
    Identity alice =
        TestIdentities.identity(
            KEY, "secret", new Caller(arn(account), account, "AIDA", Map.of()), policy);
    return TestServices.knowing((id, scope) -> id.equals(KEY) ? alice : null);
  }

  private static String arn(String account) {
    return "arn:aws:iam::" + account + ":user/alice";
  }
}
