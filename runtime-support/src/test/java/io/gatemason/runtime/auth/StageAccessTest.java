package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Policy;
import io.gatemason.runtime.policy.Surroundings.PrivateEndpoint;
import io.gatemason.runtime.policy.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageAccessTest {
  private static final Caller ALICE =
      new Caller("arn:aws:iam::000000000000:user/alice", "000000000000", "AIDA", Map.of());
  private static final AccessPolicy ONLY_INVOKE =
      call -> call.invokes() ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
  private static final AccessPolicy DENY = call -> Verdict.EXPLICIT_DENY;
  private static final String RESOURCE =
      "arn:aws:execute-api:us-east-1:********0000:petstore/dev/GET/pets/7";

  @AfterEach
  void clear() {
    System.clearProperty("gateway.development");
  }

  @Test
  void aCallHasItsArnAndItsCaller() {
    AccessRequest call = new StageAccess("us-east-1", null).call(call(), ALICE);
    assertEquals(
        "arn:aws:execute-api:us-east-1:000000000000:petstore/dev/GET/pets/7",
        call.resource().text());
    assertEquals(ALICE, call.caller());
    assertEquals(Action.INVOKE, call.action());
  }

  @Test
  void withoutAPolicyNothingIsSaid() {
    StageAccess access = new StageAccess("us-east-1", null);
    assertFalse(access.hasPolicy());
    assertEquals(Verdict.IMPLICIT_DENY, access.resourceVerdict(access.call(call(), ALICE)));
    StageAccess guarded = access.with(ONLY_INVOKE);
    assertTrue(guarded.hasPolicy());
    assertEquals(Verdict.ALLOW, guarded.resourceVerdict(guarded.call(call(), ALICE)));
  }

  @Test
  void aRefusalNamesWhoAndWhat() {
    StageAccess access = new StageAccess("us-east-1", null);
    assertEquals(
        "User: anonymous is not authorized to perform: execute-api:Invoke on resource: " + RESOURCE,
        StageAccess.denied(access.call(call(), Caller.ANONYMOUS), Verdict.IMPLICIT_DENY).text());
    assertEquals(
        "User: "
            + ALICE.arn()
            + " is not authorized to perform: execute-api:Invoke on resource: "
            + RESOURCE
            + " with an explicit deny",
        StageAccess.denied(access.call(call(), ALICE), Verdict.EXPLICIT_DENY).text());
  }

  @Test
  void conditionsSeeTheRequest() {
    Exchange exchange = TestCall.call().header("A", "1").header("a", "2").exchange();
    ExchangeSurroundings open = new ExchangeSurroundings(exchange, null);
    assertEquals("192.0.2.7", open.sourceIp());
    assertTrue(open.secure());
    assertEquals("1,2", open.header("a"));
    assertNull(open.header("b"));
    assertEquals(TestCall.TIME, open.epochMillis());
    assertFalse(new ExchangeSurroundings(TestCall.call().plain().exchange(), null).secure());
    assertNull(new ExchangeSurroundings(exchange, new PrivateEndpoint("v", "e", "ip")).sourceIp());
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceVpc, IDENTITY_VPC_ID, id, true",
    "aws:SourceVpc, IDENTITY_VPC_ID, other, false",
    "aws:SourceVpce, IDENTITY_VPCE_ID, id, true",
    "aws:SourceVpce, IDENTITY_VPC_ID, id, false",
    "aws:SourceVpc, IDENTITY_SOURCE_IP, id, false"
  })
  void conditionsSeeThePrivateEndpoint(
      String key, ContextVariable known, String value, boolean allowed) {
    Policy policy =
        Policy.ofIdentity(
            Json.read(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Action": "execute-api:Invoke", "Resource": "*",
                  "Condition": {"StringEquals": {"%s": "id"}}}]}
                """
                    .formatted(key)));
    StageAccess access = new StageAccess("us-east-1", policy);
    Exchange exchange = call();
    exchange.context().set(known, value);
    assertEquals(allowed, access.resourceVerdict(access.call(exchange, ALICE)).allows());
  }

  @Test
  void aPolicyAloneHasToAllowTheCall() {
    AuthServices services = TestServices.knowing((id, scope) -> null);
    Exchange allowed = call();
    PolicyAuthorization.of(services, ONLY_INVOKE).authorize(allowed);
    assertFalse(allowed.context().invalidationAllowed());
    Exchange everything = call();
    PolicyAuthorization.of(services, call -> Verdict.ALLOW).authorize(everything);
    assertTrue(everything.context().invalidationAllowed());
    refuses(() -> PolicyAuthorization.of(services, AccessPolicy.SILENT).authorize(call()));
    refuses(() -> PolicyAuthorization.of(services, DENY).authorize(call()));
  }

  @Test
  void stagesNameTheirGuards() {
    AuthServices services = TestServices.knowing((id, scope) -> null);
    PolicyAuthorization.of(services.in(TestCall.API), ONLY_INVOKE);
    IamAuthorizer.of(services.in(TestCall.API));
    assertEquals("[AWS_IAM, resource policy]", services.guards("petstore", "dev").toString());
    assertEquals("[]", services.guards("petstore", "prod").toString());
  }

  @Test
  void aFixedPrincipalIsForDevelopment() {
    AuthServices services = TestServices.knowing((id, scope) -> null);
    assertThrows(IllegalStateException.class, () -> FixedPrincipal.of(services, "alice"));
    System.setProperty("gateway.development", "true");
    FixedPrincipal alice = FixedPrincipal.of(services, "alice");
    Exchange exchange = call();
    alice.authorize(exchange);
    assertEquals(
        Map.of("principalId", "alice", "claims", Map.of("sub", "alice")),
        exchange.context().authorizer());
    assertTrue(exchange.context().invalidationAllowed());
    Exchange scoped = call();
    alice.withPolicy(AccessPolicy.SILENT).authorize(scoped, List.of("any"));
    assertEquals(List.of("alice"), scoped.context().authorizer("principalId"));
    refuses(() -> alice.withPolicy(DENY).authorize(call()));
    Exchange partly = call();
    alice
        .withPolicy(call -> call.invokes() ? Verdict.IMPLICIT_DENY : Verdict.EXPLICIT_DENY)
        .authorize(partly);
    assertFalse(partly.context().invalidationAllowed());
  }

  @Test
  void endpointsAndDomainsHaveToAllowCallsByThemselves() {
    EntranceGuard guard = TestServices.knowing((id, scope) -> null).entranceGuard();
    assertDoesNotThrow(() -> guard.requireEndpoint(call(), ONLY_INVOKE));
    refuses(() -> guard.requireEndpoint(call(), AccessPolicy.SILENT));
    AccessPolicy ofDomain =
        call ->
            call.resource().text().endsWith(":/domainnames/api.example")
                ? Verdict.ALLOW
                : Verdict.IMPLICIT_DENY;
    assertDoesNotThrow(() -> guard.requireDomain(call(), ofDomain, "api.example"));
    refuses(() -> guard.requireDomain(call(), ofDomain, "other.example"));
    refuses(() -> guard.requireEndpoint(call(), ofDomain));
  }

  private static void refuses(Runnable authorization) {
    GatewayFailure refused = assertThrows(GatewayFailure.class, authorization::run);
    assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
  }

  private static Exchange call() {
    return TestCall.call().exchange();
  }
}
