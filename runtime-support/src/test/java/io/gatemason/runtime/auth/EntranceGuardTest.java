package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.identity.TestIdentities;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies before an API know who has signed a call, whatever form the signature has. */
class EntranceGuardTest {
  private static final String ALICE = "arn:aws:iam::123456789012:user/alice";
  private static final String ANONYMOUS = "";

  private final List<String> looked = new ArrayList<>();
  private final List<String> judged = new ArrayList<>();
  private final AuthServices services =
      TestServices.knowing(
          (id, scope) -> {
            looked.add(id);
            return id.equals("AKIDALICE") ? alice() : null;
          });
  private final EntranceGuard guard = services.entranceGuard();

  /** Allows everybody, and remembers whom. */
  private final AccessPolicy open =
      call -> {
        judged.add(call.caller().arn());
        return Verdict.ALLOW;
      };

  private static Identity alice() {
    return TestIdentities.identity(
        "AKIDALICE",
        "secret",
        new Caller(ALICE, "123456789012", "AIDA", Map.of()),
        AccessPolicy.SILENT);
  }

  private String caller(TestCall call) {
    judged.clear();
    guard.requireEndpoint(call.exchange(), open);
    return judged.getFirst();
  }

  private static TestCall signed() {
    return TestCall.call().signedBy("AKIDALICE", "secret");
  }

  @Test
  void refusesInTheWordsOfTheService() {
    Exchange exchange = TestCall.call().exchange();
    String text =
        "User: anonymous is not authorized to perform: execute-api:Invoke on resource:"
            + " arn:aws:execute-api:us-east-1:********0000:petstore/dev/GET/pets/7";
    refuses(text, () -> guard.requireEndpoint(exchange, AccessPolicy.SILENT));
    refuses(
        text + " with an explicit deny",
        () -> guard.requireEndpoint(exchange, call -> Verdict.EXPLICIT_DENY));
    refuses(
        text.replace("petstore/dev/GET/pets/7", "/domainnames/api.example"),
        () -> guard.requireDomain(exchange, AccessPolicy.SILENT, "api.example"));
    refuses(
        text.replace("anonymous", ALICE),
        () -> guard.requireEndpoint(signed().exchange(), AccessPolicy.SILENT));
  }

  private static void refuses(String text, Executable step) {
    GatewayFailure refused = assertThrows(GatewayFailure.class, step);
    assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
    assertEquals(text, refused.text());
  }

  @Test
  void knowsWhoHasSignedHeadersOrQuery() {
    assertEquals(ALICE, caller(signed()));
    assertEquals(ALICE, caller(TestCall.call().query("a=1").presignedBy("AKIDALICE", "secret")));
    assertEquals(ANONYMOUS, caller(TestCall.call()));
    assertEquals(ANONYMOUS, caller(TestCall.call().header("Authorization", "Bearer AWS4-abc")));
    assertEquals(List.of("AKIDALICE", "AKIDALICE"), looked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Amz-Signatur%65", "%58-Amz-Signature", "X%2DAmz-Signature"})
  void knowsNobodyWhomTheMethodWouldNotKnow(String name) {
    TestCall call = TestCall.call().presignedBy("AKIDALICE", "secret");
    call.query(call.query().replace("X-Amz-Signature", name));
    assertEquals(ANONYMOUS, caller(call));
    assertEquals(
        GatewayResponseType.INVALID_SIGNATURE,
        assertThrows(
                GatewayFailure.class, () -> IamAuthorizer.of(services).authorize(call.exchange()))
            .type());
  }

  @Test
  void takesAWrongSignatureForNone() {
    assertEquals(ANONYMOUS, caller(TestCall.call().signedBy("AKIDMALLORY", "secret")));
    assertEquals(ANONYMOUS, caller(TestCall.call().signedBy("AKIDALICE", "guessed")));
    assertEquals(ANONYMOUS, caller(TestCall.call().query("X-Amz-Signature=1")));
    assertEquals(
        ANONYMOUS, caller(TestCall.call().header("Authorization", "AWS4-HMAC-SHA256 x=y")));
  }

  @Test
  void verifiesACallOnceForBothPolicies() {
    Exchange exchange = signed().exchange();
    guard.requireEndpoint(exchange, open);
    guard.requireDomain(exchange, open, "api.example");
    assertEquals(List.of(ALICE, ALICE), judged);
    assertEquals(List.of("AKIDALICE"), looked);
  }

  @Test
  void doesNotTakeAnEarlierSignerForWhoeverCallsUnsigned() {
    for (TestCall call :
        List.of(TestCall.call(), TestCall.call().header("Authorization", "Bearer x"))) {
      Exchange exchange = call.exchange();
      exchange.context().leave(Identity.class, alice());
      guard.requireEndpoint(exchange, open);
    }
    assertEquals(List.of(ANONYMOUS, ANONYMOUS), judged);
    assertEquals(List.of(), looked);
  }
}
