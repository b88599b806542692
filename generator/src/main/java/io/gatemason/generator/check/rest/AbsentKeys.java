package io.gatemason.generator.check.rest;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.PolicyStatement.Condition;
import io.gatemason.generator.model.policy.ResourcePolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A denial that asks whether a key has a value which no call has here would never deny anybody
 * (docs/behaviour/authorization.md#keys).
 */
public final class AbsentKeys {
  private static final String ENDPOINT = "gateway.listener.private-endpoint.";

  /** The keys that settings of the listener fill, and which of them. */
  private static final Map<String, List<String>> OF_SETTINGS =
      Map.of(
          "aws:sourcevpc", List.of(ENDPOINT + "vpc"),
          "aws:sourcevpce", List.of(ENDPOINT + "vpce"),
          "aws:vpcsourceip", List.of(ENDPOINT + "vpc", ENDPOINT + "vpce"));

  private static final Set<String> PRESENT =
      Set.of(
          "aws:currenttime",
          "aws:epochtime",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principaltype",
          "aws:referer",
          "aws:securetransport",
          "aws:sourceip",
          "aws:useragent",
          "aws:userid",
          "aws:username");

  private AbsentKeys() {}

  /**
   * Reports such denials.
   *
   * @param settings the names of the settings that the gateway is known to be started with
   */
  public static void check(ResourcePolicy policy, Set<String> settings, Diagnostics diagnostics) {
    policy.statements().stream()
        .filter(PolicyStatement::denies)
        .forEach(
            statement ->
                statement.conditions().stream()
                    .filter(
                        condition ->
                            needsPresence(condition) && isAbsent(condition.key(), settings))
                    .forEach(condition -> report(statement, condition, diagnostics)));
  }

  /** Whether the condition never holds without its key. */
  private static boolean needsPresence(Condition condition) {
    String operator = condition.operator().toLowerCase(Locale.ROOT);
    if (operator.equals("null")) {
      return condition.values().stream().noneMatch("true"::equalsIgnoreCase);
    }
    if (operator.endsWith("ifexists") || operator.startsWith("forallvalues:")) {
      return false;
    }
    return operator.startsWith("foranyvalue:") || !operator.contains("not");
  }

  private static boolean isAbsent(String key, Set<String> settings) {
    String name = key.toLowerCase(Locale.ROOT);
    List<String> filledBy = OF_SETTINGS.getOrDefault(name, List.of());
    return !PRESENT.contains(name)
        && !name.startsWith("aws:principaltag/")
        && filledBy.stream().noneMatch(setting -> isSet(setting, settings));
  }

  /** Listeners with names have such settings of their own. */
  private static boolean isSet(String setting, Set<String> settings) {
    String own = setting.substring(setting.indexOf(".private-endpoint."));
    return settings.contains(setting)
        || settings.stream()
            .anyMatch(each -> each.startsWith("gateway.listeners.") && each.endsWith(own));
  }

  private static void report(
      PolicyStatement statement, Condition condition, Diagnostics diagnostics) {
    List<String> filledBy = OF_SETTINGS.get(condition.key().toLowerCase(Locale.ROOT));
    diagnostics.report(
        AuthorizationCodes.GM3802,
        statement.range(),
        "nobody is denied by \"%s\", since no call has \"%s\" here"
            .formatted(condition.operator(), condition.key()),
        filledBy == null
            ? "deny by another key, or allow GM3802 if others guard the API"
            : "set " + String.join(" or ", filledBy) + " in application.yaml");
  }
}
