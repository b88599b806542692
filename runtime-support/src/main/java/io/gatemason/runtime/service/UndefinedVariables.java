package io.gatemason.runtime.service;

import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.config.Config;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Stage variables that an API reads and that only settings may define. */
final class UndefinedVariables {
  private static final System.Logger LOG = System.getLogger(UndefinedVariables.class.getName());
  private static final int NEAR = 2;

  private UndefinedVariables() {}

  /** Adds those that the settings {@code set} define to {@code values}; warns of the others. */
  static void complete(ApiInfo built, Config set, Map<String, String> values) {
    for (String name : built.undefinedVariables()) {
      // Environment variables answer when asked by name, but are not listed.
      set.get(Config.Key.escapeName(name)).asString().ifPresent(value -> values.put(name, value));
      // New projects have a line to fill in.
      if (values.getOrDefault(name, "").isEmpty() && !built.servesCanary()) {
        warn(built, name, values.keySet());
      }
    }
  }

  /** What reads the variable gets an empty text. */
  private static void warn(ApiInfo info, String name, Set<String> defined) {
    String nearest =
        defined.stream()
            .filter(each -> !each.equals(name))
            .filter(each -> each.equalsIgnoreCase(name) || distance(each, name) <= NEAR)
            .min(Comparator.comparingInt(each -> distance(each, name)))
            .map(each -> "; did you mean \"" + each + "\"?")
            .orElse("");
    LOG.log(
        System.Logger.Level.WARNING,
        "stage variable \"{0}\" is read and not defined: set gateway.apis.{1}.{2}variables.{0}{3}",
        name,
        info.apiId(),
        info.stage().isEmpty() ? "" : "stages." + info.stage() + ".",
        nearest);
  }

  /** How many letters have to be changed, added or left out to make one text of the other. */
  private static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
