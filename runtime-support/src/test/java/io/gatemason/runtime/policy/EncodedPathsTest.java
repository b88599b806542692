package io.gatemason.runtime.policy;

import static io.gatemason.runtime.policy.Calls.call;
import static io.gatemason.runtime.policy.Calls.policy;
import static io.gatemason.runtime.policy.Verdict.ALLOW;
import static io.gatemason.runtime.policy.Verdict.EXPLICIT_DENY;
import static io.gatemason.runtime.policy.Verdict.IMPLICIT_DENY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that a backend may understand in another way than a policy was written for. */
class EncodedPathsTest {
  private static final Policy ALL_BUT_ADMIN =
      policy(
          "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*'},"
              + " {'Effect': 'Deny', 'Action': '*', 'Resource': '*/GET/admin*'}]}");
  private static final Policy PUBLIC_ONLY =
      policy("{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*/GET/public/*'}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "admin/x",
        "%61dmin",
        "%61%64min/x",
        "./admin",
        "x/../admin",
        "x/%2e%2e/admin",
        "x%2f..%2fadmin",
        "%2e/admin",
        "%2Fadmin",
        "x/%2E./admin"
      })
  void deniesEverySpellingOfADeniedPath(String path) {
    assertEquals(EXPLICIT_DENY, call().to("GET /" + path).request().judgedBy(ALL_BUT_ADMIN));
  }

  @ParameterizedTest
  @CsvSource({
    "public/a, ALLOW",
    "public/a%20b, ALLOW",
    "public/a.txt, ALLOW",
    "public/a%2fb, ALLOW",
    "public/./a, ALLOW",
    "public/../secret, IMPLICIT_DENY",
    "public/%2e%2e/secret, IMPLICIT_DENY",
    "public/..%2fsecret, IMPLICIT_DENY",
    "x/../public/a, IMPLICIT_DENY",
    "%70ublic/a, IMPLICIT_DENY",
  })
  void allowsNoSpellingThatLeadsElsewhere(String path, Verdict verdict) {
    assertEquals(verdict, call().to("GET /" + path).request().judgedBy(PUBLIC_ONLY));
  }

  @ParameterizedTest
  @CsvSource({
    "%70ets/7, pets/7",
    "pets/%37, pets/7",
    "%C3%A9%c3%a9/x, éé/x",
    "%25, %",
    "a%2, ",
    "a%, ",
    "a%4g%g4, ",
    "a/%%34, a/%4",
    "./a, a",
    ".., ''",
    "a/b., ",
    "a%2f%2fb, a/b"
  })
  void decodesWhatABackendMayDecode(String path, String meant) {
    MethodArn other = call().to("GET /" + path).request().resource().meant();
    assertEquals(
        meant,
        other == null
            ? null
            : other.text().substring((Calls.PREFIX + "petstore/dev/GET/").length()));
  }

  @Test
  void decodesControlCharacters() {
    MethodArn meant = call().to("GET /a%0A%00").request().resource().meant();
    assertEquals(Calls.PREFIX + "petstore/dev/GET/a\n\0", meant.text());
  }

  @Test
  void letsPoliciesNameEncodedPathsAsTheyWereSent() {
    Policy exact =
        policy("{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*/GET/a%20b'}}");
    assertEquals(ALLOW, call().to("GET /a%20b").request().judgedBy(exact));
    assertEquals(IMPLICIT_DENY, call().to("GET /a b").request().judgedBy(exact));
  }

  @Test
  void masksTheAccountForClients() {
    assertEquals(
        "arn:aws:execute-api:us-east-1:********9012:petstore/dev/GET/",
        call().to("GET /").request().resource().masked());
  }
}
