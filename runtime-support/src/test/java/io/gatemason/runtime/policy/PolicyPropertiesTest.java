package io.gatemason.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random policies and calls, judged twice. */
class PolicyPropertiesTest {
  private static final int POLICIES = 20_000;
  private static final List<String> NAMES = List.of("ann", "bob", "*", "a?", "");
  private static final List<String> PATTERNS =
      List.of("*", "a*", "*n", "?nn", "ann", "ANN", "b?b", "**b", "x", "${aws:username}", "?*?");

  private final Random random = new Random(20_260_301);

  @Test
  void agreesWithTheNaiveEvaluation() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < POLICIES; i++) {
      String text = policy();
      JsonNode document = Json.read(text);
      Map<String, String> keys = keys();
      AccessRequest call = call(keys);
      Verdict expected = new NaivePolicy(document).judge(call, keys);
      assertEquals(expected, Policy.ofIdentity(document).judge(call), () -> text + " " + keys);
      counts.merge(expected, 1, Integer::sum);
    }
    assertTrue(counts.values().stream().allMatch(count -> count > POLICIES / 20), counts::toString);
  }

  private String policy() {
    List<String> statements = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      statements.add(statement());
    }
    return "{\"Version\":\"2012-10-17\",\"Statement\":" + statements + "}";
  }

  private String statement() {
    String effect = random.nextInt(3) == 0 ? "Deny" : "Allow";
    String not = random.nextInt(5) == 0 ? "Not" : "";
    String notAction = random.nextInt(6) == 0 ? "Not" : "";
    return "{\"Effect\":\""
        + effect
        + "\",\""
        + notAction
        + "Action\":"
        + texts(List.of("execute-api:*", "*", "execute-api:Invoke", "execute-api:inv*"))
        + ",\""
        + not
        + "Resource\":"
        + texts(
            List.of(
                "*",
                "arn:aws:execute-api:*:*:*/GET/" + pick(PATTERNS),
                "*/" + pick(PATTERNS),
                "arn:aws:execute-api:us-east-1:123456789012:petstore/dev/?ET/" + pick(PATTERNS)))
        + (random.nextInt(2) == 0 ? "" : ",\"Condition\":{" + condition() + "}")
        + "}";
  }

  private String condition() {
    String prefix = pick(List.of("", "", "", "ForAnyValue:", "ForAllValues:"));
    String suffix = pick(List.of("", "", "IfExists"));
    return switch (random.nextInt(4)) {
      case 0 ->
          quoted(prefix + pick(List.of("IpAddress", "NotIpAddress")) + suffix)
              + ":{\"aws:SourceIp\":"
              + texts(List.of("192.0.2.0/" + random.nextInt(33), "10.0.0.0/" + random.nextInt(9)))
              + "}";
      case 1 ->
          quoted(
                  prefix
                      + pick(List.of("NumericEquals", "NumericNotEquals", "NumericLessThan"))
                      + suffix)
              + ":{\"aws:EpochTime\":"
              + texts(List.of("1772366400", "1772366401", "0"))
              + "}";
      case 2 -> "\"Null\":{\"aws:PrincipalTag/k\":" + texts(List.of("true", "false")) + "}";
      default ->
          quoted(
                  prefix
                      + pick(
                          List.of(
                              "StringEquals",
                              "StringNotEquals",
                              "StringLike",
                              "StringNotLike",
                              "StringEqualsIgnoreCase",
                              "StringNotEqualsIgnoreCase"))
                      + suffix)
              + ":{\"aws:PrincipalTag/k\":"
              + texts(PATTERNS)
              + "}";
    };
  }

  private Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    keys.put("aws:sourceip", pick(List.of("192.0.2.7", "192.0.2.200", "10.1.2.3", "172.16.0.1")));
    keys.put("aws:epochtime", "1772366400");
    if (random.nextBoolean()) {
      keys.put("aws:username", pick(List.of("ann", "bob")));
      if (random.nextBoolean()) {
        keys.put("aws:principaltag/k", pick(NAMES));
      }
    }
    return keys;
  }

  private AccessRequest call(Map<String, String> keys) {
    Calls call =
        Calls.call()
            .from(keys.get("aws:sourceip"))
            .to("GET /" + pick(List.of("ann", "bob", "a", "", "xann")))
            .doing(random.nextInt(4) == 0 ? Action.INVALIDATE_CACHE : Action.INVOKE);
    String name = keys.get("aws:username");
    String tag = keys.get("aws:principaltag/k");
    if (name != null) {
      call.by("arn:aws:iam::123456789012:user/" + name, tag == null ? Map.of() : Map.of("k", tag));
    }
    return call.request();
  }

  private String texts(List<String> choices) {
    List<String> texts = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      texts.add(quoted(pick(choices)));
    }
    return texts.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
