package io.gatemason.runtime.config;

import io.helidon.config.Config;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings that are on or off. A typo is neither: what guards something would be open because of
 * it.
 */
public final class Switch {
  private Switch() {}

  /**
   * Whether a setting is on, empty if it is not set.
   *
   * @throws IllegalArgumentException if it is neither {@code true} nor {@code false}, in any case;
   *     the message names the setting
   */
  public static Optional<Boolean> read(Config setting) {
    if (!setting.exists()) {
      return Optional.empty();
    }
    String text = setting.asString().orElse("");
    return Optional.of(
        switch (text.toLowerCase(Locale.ROOT)) {
          case "true" -> true;
          case "false" -> false;
          default ->
              throw new IllegalArgumentException(
                  "%s is true or false, not \"%s\"".formatted(setting.key(), text));
        });
  }
}
