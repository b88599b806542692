package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerResultTest {
  private static final String POLICY =
      "'policyDocument': {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow',"
          + " 'Action': 'execute-api:Invoke', 'Resource': '*/GET/pets/7'}]}";

  @Test
  void judgesCallsByItsPolicy() {
    AuthorizerResult result = read("{'principalId': 'alice', " + POLICY + "}");
    StageAccess access = new StageAccess("us-east-1", null);
    AccessRequest own = access.call(TestCall.call().exchange(), Caller.ANONYMOUS);
    AccessRequest other =
        access.call(TestCall.call().to("GET", "/dev/pets/8").exchange(), Caller.ANONYMOUS);
    assertEquals(Verdict.ALLOW, own.judgedBy(result.policy()));
    assertEquals(Verdict.IMPLICIT_DENY, other.judgedBy(result.policy()));
  }

  @Test
  void tellsEveryScalarAsText() {
    AuthorizerResult result =
        read(
            "{'principalId': 7, 'usageIdentifierKey': 'key', 'context': {'text': 'a', 'yes': true,"
                + " 'whole': 12, 'exact': 1.50, 'large': 1e3, 'nothing': null}, "
                + POLICY
                + "}");
    Map<String, Object> expected = new HashMap<>();
    expected.put("text", "a");
    expected.put("yes", "true");
    expected.put("whole", "12");
    expected.put("exact", "1.50");
    expected.put("large", "1000");
    expected.put("nothing", null);
    expected.put("principalId", "7");
    assertEquals(expected, result.entries());
    assertEquals("key", result.usageIdentifierKey());
    assertThrows(UnsupportedOperationException.class, () -> result.entries().clear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'context': null, ", "'usageIdentifierKey': null, "})
  void contextAndKeyNeedNotBeThere(String members) {
    AuthorizerResult result = read("{'principalId': null, " + members + POLICY + "}");
    Map<String, Object> expected = new HashMap<>();
    expected.put("principalId", null);
    assertEquals(expected, result.entries());
    assertEquals("", result.usageIdentifierKey());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nothing | it is no JSON",
        "[] | it is no object",
        "'text' | it is no object",
        "{'principalId': 'a', 'Context': {}, POLICY} | Unrecognized field \"Context\"",
        "{POLICY} | principalId is missing",
        "{'principalId': {}, POLICY} | principalId is no text",
        "{'principalId': [], POLICY} | principalId is no text",
        "{'principalId': 'a'} | policyDocument is missing",
        "{'principalId': 'a', 'usageIdentifierKey': 7, POLICY} | usageIdentifierKey is no text",
        "{'principalId': 'a', 'context': [], POLICY} | context is no map",
        "{'principalId': 'a', 'context': 'b', POLICY} | context is no map",
        "{'principalId': 'a', 'context': {'list': []}, POLICY} | context.list is no scalar",
        "{'principalId': 'a', 'context': {'map': {}}, POLICY} | context.map is no scalar"
      })
  void refusesWhatIsNoResultAndSaysWhy(String document, String problem) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> read(document.replace("POLICY", POLICY)));
    assertEquals(problem, refused.getMessage());
  }

  @Test
  void refusesAPolicyThatIsNone() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> read("{'principalId': 'a', 'policyDocument': {'Statement': 7}}"));
    assertTrue(refused.getMessage().startsWith("policyDocument: "), refused.getMessage());
  }

  @Test
  void aMegabyteIsTheMost() {
    String text = "{'principalId': 'alice', " + POLICY + "}";
    byte[] largest = bytes(text + " ".repeat(1_048_576 - text.length()));
    assertEquals("alice", AuthorizerResult.read(largest).entries().get("principalId"));
    byte[] larger = bytes(text + " ".repeat(1_048_577 - text.length()));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> AuthorizerResult.read(larger));
    assertEquals("it is larger than 1048576 bytes", refused.getMessage());
  }

  @Test
  void isKeptAsItWasReturned() {
    AuthorizerResultCodec codec = new AuthorizerResultCodec();
    byte[] document = bytes("{'principalId': 'alice', " + POLICY + "}");
    AuthorizerResult result = AuthorizerResult.read(document);
    assertArrayEquals(document, codec.encode(result));
    assertEquals("alice", codec.decode(document).entries().get("principalId"));
    assertEquals(6 * document.length, codec.weigh(result));
  }

  private static AuthorizerResult read(String document) {
    return AuthorizerResult.read(bytes(document));
  }

  private static byte[] bytes(String document) {
    return document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
