package io.gatemason.runtime.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of policies written a second time, in another way: straight from the document,
 * with regular expressions, for the features that random policies have.
 */
final class NaivePolicy {
  private final JsonNode document;

  NaivePolicy(JsonNode document) {
    this.document = document;
  }

  Verdict judge(AccessRequest call, Map<String, String> keys) {
    boolean allowed = false;
    for (JsonNode statement : document.get("Statement")) {
      boolean fits =
          named(statement, "Action", call.action().text(), Pattern.CASE_INSENSITIVE, keys)
              && named(statement, "Resource", call.resource().text(), 0, keys)
              && conditions(statement.path("Condition"), keys);
      if (fits && statement.get("Effect").asText().equals("Deny")) {
        return Verdict.EXPLICIT_DENY;
      }
      allowed |= fits;
    }
    return allowed ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
  }

  private static boolean named(
      JsonNode statement, String member, String text, int flags, Map<String, String> keys) {
    boolean not = statement.has("Not" + member);
    boolean any = false;
    for (JsonNode each : statement.get(not ? "Not" + member : member)) {
      String regex = regex(each.asText(), true, keys);
      any |=
          regex != null && Pattern.compile(regex, flags | Pattern.DOTALL).matcher(text).matches();
    }
    return any != not;
  }

  private static @Nullable String regex(String text, boolean wildcards, Map<String, String> keys) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        int end = text.indexOf('}', i);
        String value = keys.get(text.substring(i + 2, end).toLowerCase(java.util.Locale.ROOT));
        if (value == null) {
          return null;
        }
        regex.append(Pattern.quote(value));
        i = end;
      } else if (wildcards && text.charAt(i) == '*') {
        regex.append(".*");
      } else if (wildcards && text.charAt(i) == '?') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(text.substring(i, i + 1)));
      }
    }
    return regex.toString();
  }

  private static boolean conditions(JsonNode condition, Map<String, String> keys) {
    boolean all = true;
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        List<String> values = new ArrayList<>();
        key.getValue().forEach(value -> values.add(value.asText()));
        String found = keys.get(key.getKey().toLowerCase(java.util.Locale.ROOT));
        all &= holds(operator.getKey(), values, found, keys);
      }
    }
    return all;
  }

  private static boolean holds(
      String operator, List<String> values, @Nullable String found, Map<String, String> keys) {
    if (operator.equals("Null")) {
      return values.contains(found == null ? "true" : "false");
    }
    if (operator.startsWith("ForAllValues:")) {
      return found == null
          || found.isEmpty()
          || holds(operator.substring("ForAllValues:".length()), values, found, keys);
    }
    if (operator.endsWith("IfExists")) {
      return found == null || holds(operator.replace("IfExists", ""), values, found, keys);
    }
    if (operator.startsWith("ForAnyValue:")) {
      return found != null
          && holds(operator.substring("ForAnyValue:".length()), values, found, keys);
    }
    boolean not = operator.contains("Not");
    if (found == null) {
      return not;
    }
    return not != values.stream().anyMatch(v -> fits(operator.replace("Not", ""), v, found, keys));
  }

  private static boolean fits(
      String operator, String expected, String found, Map<String, String> keys) {
    if (operator.equals("IpAddress")) {
      return inBlock(expected, found);
    }
    if (operator.startsWith("Numeric")) {
      double difference = Double.parseDouble(found) - Double.parseDouble(expected);
      return operator.equals("NumericEquals") ? difference == 0 : difference < 0;
    }
    String regex = regex(expected, operator.equals("StringLike"), keys);
    int flags = operator.endsWith("IgnoreCase") ? Pattern.CASE_INSENSITIVE : 0;
    return regex != null && Pattern.compile(regex, flags | Pattern.DOTALL).matcher(found).matches();
  }

  private static boolean inBlock(String cidr, String address) {
    String[] parts = cidr.split("/");
    return bits(address).startsWith(bits(parts[0]).substring(0, Integer.parseInt(parts[1])));
  }

  private static String bits(String address) {
    StringBuilder bits = new StringBuilder();
    for (String octet : address.split("\\.")) {
      String binary = Integer.toBinaryString(Integer.parseInt(octet));
      bits.append("0".repeat(8 - binary.length())).append(binary);
    }
    return bits.toString();
  }
}
