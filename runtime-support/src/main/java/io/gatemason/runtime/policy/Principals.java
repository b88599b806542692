package io.gatemason.runtime.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * About whom a statement is (docs/behaviour/authorization.md#principals). Immutable.
 *
 * @param some of whom the caller has to be one
 * @param not whether the statement is about everybody else
 */
record Principals(List<Predicate<Caller>> some, boolean not) {
  /** About everybody. */
  static final Principals ALL = new Principals(List.of(caller -> true), false);

  private static final Pattern ACCOUNT =
      Pattern.compile("(?:arn:aws[a-z-]*:iam::)?(\\d{12})(?::root)?");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:[^*?]+/)?([^/*?]+)");
  private static final Pattern NAMED =
      Pattern.compile("arn:aws[a-z-]*:(?:iam::\\d{12}:user|sts::\\d{12}:assumed-role)/[^*?]+");

  /**
   * Reads them of a statement.
   *
   * @throws PolicyFormatException if they are no principals
   */
  static Principals read(JsonNode statement) {
    boolean not = statement.has("NotPrincipal");
    if (not == statement.has("Principal")) {
      throw new PolicyFormatException("a statement has either \"Principal\" or \"NotPrincipal\"");
    }
    JsonNode written = statement.path(not ? "NotPrincipal" : "Principal");
    List<Listed> some = new ArrayList<>();
    if (written.isObject()) {
      for (Map.Entry<String, JsonNode> kind : written.properties()) {
        read(kind.getKey(), kind.getValue(), some);
      }
    } else {
      some.add(principal(written));
    }
    boolean denies = statement.path("Effect").asText().equals("Deny");
    return new Principals(
        some.stream()
            .filter(each -> !not || !denies || each.isSpared(some))
            .<Predicate<Caller>>map(Listed::fits)
            .toList(),
        not);
  }

  /**
   * An entry.
   *
   * @param account the id of its account, "" for everybody
   * @param whole whether it is the whole account
   * @param fits whether a caller is meant
   */
  private record Listed(String account, boolean whole, Predicate<Caller> fits) {

    /**
     * Whether a denial of everybody else spares it: of an account beside which some of its users,
     * roles or sessions stand those alone, and these only beside their account.
     */
    boolean isSpared(List<Listed> all) {
      Stream<Listed> others = all.stream().filter(other -> other.account.equals(account));
      return whole ? others.allMatch(Listed::whole) : others.anyMatch(Listed::whole);
    }
  }

  private static void read(String kind, JsonNode written, List<Listed> some) {
    switch (kind) {
      case "AWS" -> {
        for (JsonNode each : written.isArray() ? written : List.of(written)) {
          some.add(principal(each));
        }
      }
      case "Service", "Federated", "CanonicalUser" -> {
        // Nobody of these ever signs a call.
      }
      default -> throw new PolicyFormatException("no kind of principal: \"" + kind + "\"");
    }
  }

  private static Listed principal(JsonNode written) {
    String text = written.asText();
    if (text.equals("*")) {
      return new Listed("", true, caller -> true);
    }
    Matcher account = ACCOUNT.matcher(text);
    if (account.matches() && text.startsWith("arn:") == text.endsWith(":root")) {
      String id = account.group(1);
      return new Listed(id, true, caller -> caller.isOf(id));
    }
    Matcher role = ROLE.matcher(text);
    if (role.matches()) {
      String id = role.group(1);
      String name = role.group(2);
      return new Listed(id, false, caller -> caller.isSessionOf(id, name));
    }
    if (NAMED.matcher(text).matches()) {
      return new Listed(text.split(":", 6)[4], false, caller -> caller.is(text));
    }
    throw new PolicyFormatException("no principal: \"" + text + "\"");
  }

  /** Whether the statement is about the caller. */
  boolean fit(Caller caller) {
    for (Predicate<Caller> each : some) {
      if (each.test(caller)) {
        return !not;
      }
    }
    return not;
  }
}
