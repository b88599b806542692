package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Caller;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteAuthorizerResultTest {
  private static final String POLICY =
      "'policyDocument': {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow',"
          + " 'Action': 'execute-api:Invoke', 'Resource': '*/GET/pets/7'}]}";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDecisionHoldsForEveryCall(boolean allowed) {
    RouteAuthorizerResult result = read("{'isAuthorized': " + allowed + "}", true);
    assertEquals(allowed, result.allows(call("/dev/pets/7")));
    assertEquals(allowed, result.allows(call("/dev/pets/8")));
    assertNull(result.context());
    assertEquals(Map.of(), result.entries());
  }

  @Test
  void aPolicyIsJudgedForEachCall() {
    RouteAuthorizerResult result =
        read("{'principalId': 'alice', 'isAuthorized': true, " + POLICY + "}", false);
    assertTrue(result.allows(call("/dev/pets/7")));
    assertFalse(result.allows(call("/dev/pets/8")));
    assertEquals(Map.of("principalId", "alice"), result.entries());
  }

  @Test
  void keepsTheTypesOfTheContext() {
    RouteAuthorizerResult result =
        read(
            "{'isAuthorized': true, 'context': {'text': 'a', 'yes': true, 'whole': 12, 'exact':"
                + " 1.50, 'nothing': null, 'list': [1, 'b', null], 'map': {'in': {'deep':"
                + " false}}}}",
            true);
    Map<String, Object> context = result.context();
    Map<String, Object> expected = new HashMap<>();
    expected.put("text", "a");
    expected.put("yes", true);
    expected.put("whole", context.get("whole"));
    expected.put("exact", new BigDecimal("1.50"));
    expected.put("nothing", null);
    expected.put("list", context.get("list"));
    expected.put("map", Map.of("in", Map.of("deep", false)));
    assertEquals(expected, context);
    assertEquals(12, ((Number) context.get("whole")).intValue());
    assertEquals("[1, b, null]", context.get("list").toString());
    assertEquals(expected, result.entries());
    assertThrows(UnsupportedOperationException.class, context::clear);
    assertThrows(UnsupportedOperationException.class, () -> result.entries().clear());
    assertThrows(UnsupportedOperationException.class, ((List<?>) context.get("list"))::clear);
  }

  @Test
  void thePrincipalStandsBesideTheContextOfAPolicy() {
    RouteAuthorizerResult result =
        read("{'principalId': 7, 'context': {'a': 'b'}, " + POLICY + "}", false);
    assertEquals(Map.of("a", "b", "principalId", "7"), result.entries());
    assertEquals(Map.of("a", "b"), result.context());
    assertNull(read("{'principalId': 7, 'context': null, " + POLICY + "}", false).context());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nothing | true | it is no JSON",
        "[] | true | isAuthorized is no boolean",
        "{} | true | isAuthorized is no boolean",
        "{'isAuthorized': 'true'} | true | isAuthorized is no boolean",
        "{'isAuthorized': true, 'context': []} | true | context is no map",
        "{'isAuthorized': true, 'context': 7} | true | context is no map",
        "{'isAuthorized': true} | false | principalId is no text",
        "{'principalId': {}, POLICY} | false | principalId is no text"
      })
  void refusesWhatIsNoResultAndSaysWhy(String document, boolean simple, String problem) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> read(document.replace("POLICY", POLICY), simple));
    assertEquals(problem, refused.getMessage());
  }

  @Test
  void refusesAPolicyThatIsNone() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> read("{'principalId': 'a', 'policyDocument': {'Statement': 7}}", false));
    assertTrue(refused.getMessage().startsWith("policyDocument: "), refused.getMessage());
  }

  @Test
  void aMegabyteIsTheMost() {
    String text = "{'isAuthorized': true}";
    assertTrue(
        read(text + " ".repeat(1_048_576 - text.length()), true).allows(call("/dev/pets/7")));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(text + " ".repeat(1_048_577 - text.length()), true));
    assertEquals("it is larger than 1048576 bytes", refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isKeptInTheFormThatItHas(boolean simple) {
    RouteAuthorizerResult.Codec codec = new RouteAuthorizerResult.Codec();
    String text =
        simple
            ? "{'isAuthorized': true, 'context': {'a': 'b'}}"
            : "{'principalId': 'c', 'context': {'a': 'b'}, " + POLICY + "}";
    RouteAuthorizerResult result = read(text, simple);
    byte[] kept = codec.encode(result);
    assertEquals(simple ? 1 : 0, kept[0]);
    assertArrayEquals(bytes(text), Arrays.copyOfRange(kept, 1, kept.length));
    assertEquals(result.entries(), codec.decode(kept).entries());
    assertEquals(simple, codec.decode(kept).allows(call("/dev/pets/8")));
    assertEquals(6 * text.length(), codec.weigh(result));
  }

  private static AccessRequest call(String path) {
    return new StageAccess("us-east-1", null)
        .call(TestCall.call().to("GET", path).exchange(), Caller.ANONYMOUS);
  }

  private static RouteAuthorizerResult read(String document, boolean simple) {
    return RouteAuthorizerResult.read(bytes(document), simple);
  }

  private static byte[] bytes(String document) {
    return document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
