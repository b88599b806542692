package io.gatemason.runtime.policy;

import static io.gatemason.runtime.policy.Calls.call;
import static io.gatemason.runtime.policy.Calls.policy;
import static io.gatemason.runtime.policy.Calls.statement;
import static io.gatemason.runtime.policy.Verdict.ALLOW;
import static io.gatemason.runtime.policy.Verdict.EXPLICIT_DENY;
import static io.gatemason.runtime.policy.Verdict.IMPLICIT_DENY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final String EVERYTHING = "'Action': '*', 'Resource': '*'";

  @Test
  void deniesWhereAnyStatementDeniesWhateverItsPlace() {
    String allow = "{'Effect': 'Allow', " + EVERYTHING + "}";
    String deny = "{'Effect': 'Deny', 'Action': '*', 'Resource': '*/pets/7'}";
    for (String order : List.of(allow + "," + deny, deny + "," + allow)) {
      Policy policy = policy("{'Statement': [" + order + "]}");
      assertEquals(EXPLICIT_DENY, policy.judge(call().request()));
      assertEquals(ALLOW, policy.judge(call().to("GET /pets/8").request()));
    }
  }

  @Test
  void isSilentWithoutAFittingStatement() {
    assertEquals(IMPLICIT_DENY, policy("{'Statement': []}").judge(call().request()));
    assertEquals(IMPLICIT_DENY, AccessPolicy.SILENT.judge(call().request()));
  }

  @ParameterizedTest
  @CsvSource({
    "execute-api:Invoke, true",
    "EXECUTE-API:invoke, true",
    "execute-api:*, true",
    "execute-api:Inv?ke, true",
    "*, true",
    "execute-api:InvalidateCache, false",
    "execute-api:Invoke2, false",
    "lambda:*, false",
  })
  void comparesActionsWithoutCase(String action, boolean fits) {
    Policy only = statement("Allow", "'Action': '" + action + "', 'Resource': '*'");
    Policy others = statement("Allow", "'NotAction': '" + action + "', 'Resource': '*'");
    assertEquals(fits ? ALLOW : IMPLICIT_DENY, only.judge(call().request()));
    assertEquals(fits ? IMPLICIT_DENY : ALLOW, others.judge(call().request()));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:execute-api:us-east-1:123456789012:petstore/dev/GET/pets/7, true",
    "arn:aws:execute-api:us-east-1:*:*/dev/GET/*, true",
    "arn:aws:execute-api:*:*:*, true",
    "arn:aws:execute-api:*, true",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/*/G?T/pets/?, true",
    "*, true",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/dev/GET/Pets/7, false",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/dev/GET/pets, false",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/prod/*, false",
    "arn:aws:execute-api:us-east-1:123456789012:petstore/dev/GET/pets/77, false",
  })
  void comparesTheWholeArnWithCase(String resource, boolean fits) {
    Policy only = statement("Allow", "'Action': '*', 'Resource': ['x', '" + resource + "']");
    Policy others = statement("Allow", "'Action': '*', 'NotResource': '" + resource + "'");
    assertEquals(fits ? ALLOW : IMPLICIT_DENY, only.judge(call().request()));
    assertEquals(fits ? IMPLICIT_DENY : ALLOW, others.judge(call().request()));
  }

  @Test
  void fillsVariablesInResources() {
    Policy own = statement("Allow", "'Action': '*', 'Resource': '*/users/${aws:username}'");
    assertEquals(ALLOW, own.judge(call().to("GET /users/hugo").by(user("team/hugo")).request()));
    assertEquals(
        IMPLICIT_DENY, own.judge(call().to("GET /users/x").by(user("team/hugo")).request()));
    assertEquals(IMPLICIT_DENY, own.judge(call().to("GET /users/").request()));
  }

  @Test
  void takesWildcardsInTheValueOfAVariableAsTheyAre() {
    Policy own = statement("Allow", "'Action': '*', 'Resource': '*/GET/${aws:PrincipalTag/path}'");
    Map<String, String> star = Map.of("path", "*");
    assertEquals(IMPLICIT_DENY, own.judge(call().by(user("eve"), star).request()));
    assertEquals(ALLOW, own.judge(call().to("GET /*").by(user("eve"), star).request()));
  }

  @ParameterizedTest
  @CsvSource({
    "'a${*}b', 'a*b', true",
    "'a${*}b', 'axb', false",
    "'a${?}', 'a?', true",
    "'a${?}', 'ab', false",
    "'${$}{x}', '${x}', true",
    "'${aws:username, ''anyone''}', 'anyone', true",
  })
  void knowsEscapesAndDefaults(String pattern, String path, boolean fits) {
    String json = Json.quote("*/GET/" + pattern);
    Policy policy =
        Policy.ofIdentity(
            Json.read(
                "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
                    + "\"Action\": \"*\", \"Resource\": "
                    + json
                    + "}}"));
    assertEquals(fits ? ALLOW : IMPLICIT_DENY, policy.judge(call().to("GET /" + path).request()));
  }

  @Test
  void hasNoVariablesInTheOldVersion() {
    String statement =
        "'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*/${aws:username}'}";
    AccessRequest literal = call().to("GET /${aws:username}").by(user("hugo")).request();
    AccessRequest filled = call().to("GET /hugo").by(user("hugo")).request();
    for (String version : List.of("", "'Version': '2008-10-17', ")) {
      assertEquals(ALLOW, policy("{" + version + statement + "}").judge(literal));
      assertEquals(IMPLICIT_DENY, policy("{" + version + statement + "}").judge(filled));
    }
    assertEquals(ALLOW, policy("{'Version': '2012-10-17'," + statement + "}").judge(filled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "'text'",
        "{}",
        "{'Statement': 'x'}",
        "{'Statement': null}",
        "{'Statement': ['x']}",
        "{'Version': '2020-01-01', 'Statement': []}",
        "{'Version': 1, 'Statement': []}",
        "{'Statement': [], 'Extra': 1}",
        "{'Statement': [{}]}",
        "{'Statement': [{'Effect': 'allow', 'Action': '*', 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': [], 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': [1], 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '', 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': 'Invoke', 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'NotAction': '*', 'Resource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'NotResource': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': {}}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': '*'}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': []}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
            + " 'Condition': {'Sometimes': {'a': 'b'}}}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
            + " 'Condition': {'StringEquals': 'b'}}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
            + " 'Condition': {'StringEquals': {'a': []}}}]}",
        "{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
            + " 'Condition': {'StringEquals': {'a': {}}}}]}",
        "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': '*',"
            + " 'Resource': '${aws:username'}]}",
        "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': '*',"
            + " 'Resource': '${}'}]}",
      })
  void refusesWhatIsNoPolicy(String document) {
    assertThrows(PolicyFormatException.class, () -> policy(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                  | a policy is an object",
        "'x'                 | a policy is an object",
        "null                | a policy is an object",
        "{}                  | a policy has a Statement",
        "{'Statement': 'x'}  | a policy has a Statement",
        "{'Statement': ['x']} | a statement is an object",
        "{'Statement': {'Effect': 'Allow', 'Action': ':Invoke', 'Resource': '*'}}"
            + " | no action: \":Invoke\"",
      })
  void saysWhatIsMissing(String document, String message) {
    assertEquals(
        message, assertThrows(PolicyFormatException.class, () -> policy(document)).getMessage());
  }

  @Test
  void passesOverPrincipalsInWhatAuthorizersReturn() {
    String document =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}}";
    assertEquals(ALLOW, Policy.ofAuthorizer(Json.read(document)).judge(call().request()));
  }

  @Test
  void joinsThePoliciesOfAnIdentity() {
    Policy all =
        Policy.all(
            List.of(
                statement("Allow", EVERYTHING),
                statement("Deny", "'Action': '*', 'Resource': '*/secret'")));
    assertEquals(ALLOW, all.judge(call().request()));
    assertEquals(EXPLICIT_DENY, all.judge(call().to("GET /secret").request()));
    assertEquals(IMPLICIT_DENY, Policy.all(List.of()).judge(call().request()));
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW, ALLOW, ALLOW, ALLOW",
    "ALLOW, IMPLICIT_DENY, ALLOW, IMPLICIT_DENY",
    "ALLOW, EXPLICIT_DENY, EXPLICIT_DENY, EXPLICIT_DENY",
    "IMPLICIT_DENY, IMPLICIT_DENY, IMPLICIT_DENY, IMPLICIT_DENY",
    "IMPLICIT_DENY, EXPLICIT_DENY, EXPLICIT_DENY, EXPLICIT_DENY",
    "EXPLICIT_DENY, EXPLICIT_DENY, EXPLICIT_DENY, EXPLICIT_DENY",
  })
  void combinesTwoSides(Verdict one, Verdict other, Verdict either, Verdict both) {
    assertEquals(either, one.either(other));
    assertEquals(either, other.either(one));
    assertEquals(both, one.both(other));
    assertEquals(both, other.both(one));
  }

  @Test
  void matchesLongPatternsInBoundedTime() {
    String stars = "*a".repeat(250);
    Policy policy = statement("Allow", "'Action': '*', 'Resource': '" + stars + "b'");
    AccessRequest call = call().to("GET /" + "a".repeat(10_000)).request();
    long start = System.nanoTime();
    assertEquals(IMPLICIT_DENY, policy.judge(call));
    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }

  private static String user(String pathAndName) {
    return "arn:aws:iam::123456789012:user/" + pathAndName;
  }
}
