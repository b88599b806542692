package io.gatemason.runtime.policy;

import static io.gatemason.runtime.policy.Calls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that say about whom they are: those of private endpoints and custom domains. */
class PrincipalsTest {
  private static final String ACCOUNT = "123456789012";
  private static final String ALICE = "arn:aws:iam::" + ACCOUNT + ":user/team/alice";
  private static final String BOB = "arn:aws:iam::" + ACCOUNT + ":user/bob";
  private static final String ROOT = "arn:aws:iam::" + ACCOUNT + ":root";
  private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/reader/s1";
  private static final String STRANGER = "arn:aws:iam::999999999999:user/team/alice";

  private static Policy policy(String effect, String principals) {
    return Policy.ofResource(
        Json.read(
            """
            {'Version': '2012-10-17', 'Statement': [{'Effect': '%s', %s, 'Action': '*',
              'Resource': '*'}]}
            """
                .formatted(effect, principals)
                .replace('\'', '"')));
  }

  /** Of whom a statement is: a letter for each caller. */
  private static String about(String effect, String principals) {
    Policy policy = policy(effect, principals);
    StringBuilder fitting = new StringBuilder();
    AccessRequest[] calls = {
      call().request(),
      call().by(ALICE).request(),
      call().by(BOB).request(),
      call().by(ROOT).request(),
      call().by(SESSION).request(),
      call().by(STRANGER).request()
    };
    Verdict hit = effect.equals("Deny") ? Verdict.EXPLICIT_DENY : Verdict.ALLOW;
    for (int i = 0; i < calls.length; i++) {
      if (calls[i].judgedBy(policy) == hit) {
        fitting.append("-abrsx".charAt(i));
      }
    }
    return fitting.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Principal': '*'                                                        | -abrsx",
        "'Principal': {'AWS': '*'}                                               | -abrsx",
        "'Principal': {'AWS': ['*']}                                             | -abrsx",
        "'Principal': {'AWS': '123456789012'}                                    | abrs",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:root'}                  | abrs",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/team/alice'}       | a",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/alice'}            | ''",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/bob'}              | b",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:role/reader'}           | s",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:role/path/to/reader'}   | s",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:role/read'}             | ''",
        "'Principal': {'AWS': 'arn:aws:iam::999999999999:role/reader'}           | ''",
        "'Principal': {'AWS': 'arn:aws:sts::123456789012:assumed-role/reader/s1'}| s",
        "'Principal': {'AWS': 'arn:aws:sts::123456789012:assumed-role/reader/s2'}| ''",
        "'Principal': {'AWS': ['999999999999', 'arn:aws:iam::123456789012:user/bob']} | bx",
        "'Principal': {'AWS': []}                                                | ''",
        "'Principal': {'Service': 'apigateway.amazonaws.com'}                    | ''",
        "'Principal': {'Federated': 'x', 'CanonicalUser': 'y'}                   | ''",
        "'Principal': {'Service': 'x', 'AWS': '999999999999'}                    | x",
        "'NotPrincipal': {'AWS': 'arn:aws:iam::123456789012:user/bob'}           | -arsx",
        "'NotPrincipal': {'AWS': '123456789012'}                                 | -x",
        "'NotPrincipal': '*'                                                     | ''",
        "'NotPrincipal': {'Service': 'x'}                                        | -abrsx",
      })
  void allowsWhomItIsAbout(String principals, String callers) {
    assertEquals(callers, about("Allow", principals.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Principal': '*'                                                        | -abrsx",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/bob'}              | b",
        "'NotPrincipal': '*'                                                     | ''",
        "'NotPrincipal': {'AWS': '123456789012'}                                 | -x",
        "'NotPrincipal': {'AWS': ['123456789012', '999999999999']}               | -",
        "'NotPrincipal': {'AWS': 'arn:aws:iam::123456789012:user/bob'}           | -abrsx",
        "'NotPrincipal': {'AWS': ['123456789012', 'arn:aws:iam::123456789012:user/bob']} | -arsx",
        "'NotPrincipal': {'AWS': ['arn:aws:iam::123456789012:user/bob',"
            + " 'arn:aws:iam::123456789012:root']} | -arsx",
        "'NotPrincipal': {'AWS': ['123456789012', 'arn:aws:iam::123456789012:role/reader']}"
            + " | -abrx",
        "'NotPrincipal': {'AWS': ['999999999999', 'arn:aws:iam::123456789012:user/bob']} | -abrs",
        "'NotPrincipal': {'AWS': ['999999999999', 'arn:aws:iam::999999999999:user/team/alice',"
            + " 'arn:aws:iam::123456789012:user/bob']} | -abrs",
      })
  void deniesNobodyLessThanItSays(String principals, String callers) {
    assertEquals(callers, about("Deny", principals.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Sid': 'x'",
        "'Principal': '*', 'NotPrincipal': '*'",
        "'Principal': 'everybody'",
        "'Principal': 7",
        "'Principal': {'AWS': ''}",
        "'Principal': {'AWS': {}}",
        "'Principal': {'AWS': '12345678901'}",
        "'Principal': {'AWS': '1234567890123'}",
        "'Principal': {'AWS': '123456789012:root'}",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012'}",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/*'}",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:role/a?b'}",
        "'Principal': {'AWS': 'arn:aws:iam::*:root'}",
        "'Principal': {'AWS': 'arn:aws:iam::123456789012:group/a'}",
        "'Principal': {'aws': '*'}",
        "'Principal': {'AWS': ['*', 'nobody']}",
      })
  void refusesWhatAreNoPrincipals(String principals) {
    assertThrows(PolicyFormatException.class, () -> policy("Allow", principals));
    assertThrows(PolicyFormatException.class, () -> policy("Deny", principals));
  }

  @Test
  void asksNoPrincipalsOfPoliciesWithoutAny() {
    String json =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"nobody\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}}";
    assertEquals(Verdict.ALLOW, call().request().judgedBy(Policy.ofAuthorizer(Json.read(json))));
    assertThrows(PolicyFormatException.class, () -> Policy.ofIdentity(Json.read(json)));
  }

  private static Verdict domain(String resource, String domain) {
    Policy policy =
        Policy.ofResource(
            Json.read(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
                  "Action": "execute-api:Invoke", "Resource": "%s"}]}
                """
                    .formatted(resource)));
    return call().request().ofDomain(domain).judgedBy(policy);
  }

  @ParameterizedTest
  @CsvSource({
    "execute-api:/domainnames/api.example, true",
    "execute-api:/domainnames/*, true",
    "arn:aws:execute-api:us-east-1:123456789012:/domainnames/api.example, true",
    "arn:aws:execute-api:eu-west-1:999999999999:/domainnames/api.example, true",
    "arn:aws:execute-api:us-east-1:123456789012:/domainnames/api.example+abc123, true",
    "arn:aws:execute-api:us-east-1:123456789012:/domainnames/other.example, false",
    "arn:aws:execute-api:us-east-1:123456789012:/domainnames/api.example/x, false",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/*, false",
  })
  void findsADomainWhateverItsAccount(String resource, boolean allowed) {
    assertEquals(allowed, domain(resource, "api.example").allows());
  }

  @Test
  void namesWhatACallIsAbout() {
    AccessRequest call = call().to("POST /@connections/c1").request();
    String connections = Calls.PREFIX + "petstore/dev/POST/@connections";
    assertEquals(connections + "/c1", call.resource().toString());
    assertEquals(connections, call.withoutLastSegment().resource().text());
    assertEquals(
        Calls.PREFIX + "petstore/dev/POST/",
        call.withoutLastSegment().withoutLastSegment().resource().text());
    assertEquals(
        Calls.PREFIX + "/domainnames/api.example", call.ofDomain("api.example").resource().text());
    MethodArn route = MethodArn.ofRoute(Calls.PREFIX, "chat", "dev", "send/../%2e");
    assertEquals(Calls.PREFIX + "chat/dev/send/../%2e", route.text());
    assertEquals(null, route.meant(), "a route key is no path");
    assertTrue(call.invokes() && !call.invalidates());
    AccessRequest renewing = call.withAction(Action.INVALIDATE_CACHE);
    assertTrue(renewing.invalidates() && !renewing.invokes());
  }

  @ParameterizedTest
  @CsvSource({
    "DateEquals, 2026-03-01T12:00:00Z, true",
    "DateEquals, 2026-03-01T12:00:00.5Z, false",
    "DateEquals, 2026-03-01T12:00:01Z, false",
    "DateNotEquals, 2026-03-01T12:00:00Z, false",
    "DateNotEquals, 2026-03-01T12:00:01Z, true",
    "DateLessThan, 2026-03-01T12:00:00.5Z, true",
    "DateLessThan, 2026-03-01T12:00:00Z, false",
    "DateGreaterThanEquals, 2026-03-01T12:00:00Z, true",
    "DateGreaterThanEquals, 2026-03-01T12:00:00.5Z, false",
    "DateGreaterThan, 2026-03-01T11:59:59Z, true",
    "DateGreaterThan, 2026-03-01T12:00:00Z, false",
  })
  void comparesTheSecondOfTheCall(String operator, String date, boolean holds) {
    for (String key : new String[] {"aws:CurrentTime", "aws:EpochTime", "AWS:currenttime"}) {
      assertEquals(
          holds,
          Condition.of(operator, key, date).holds(call().at("2026-03-01T12:00:00.700Z").request()));
    }
  }

  @Test
  void comparesTheTimeWithSeveralDates() {
    Condition either =
        Condition.of(
            "DateEquals", "aws:CurrentTime", "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z");
    assertTrue(either.holds(call().at("2026-03-02T12:00:00Z").request()));
    assertTrue(!either.holds(call().at("2026-03-03T12:00:00Z").request()));
  }
}
