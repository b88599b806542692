package io.gatemason.maven.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The settings that a gateway will find in its {@code application.yaml}. Immutable.
 *
 * @param values by name; lists are left out
 */
record GatewaySettings(Map<String, String> values) {
  /** An account may begin with a zero, which a number does not keep. */
  private static final LoadSettings AS_WRITTEN =
      LoadSettings.builder().setSchema(new FailsafeSchema()).build();

  /**
   * The settings in files that are there, the earlier one first; a file that cannot be read is a
   * matter of the gateway, which says so when it starts.
   */
  static GatewaySettings in(Path... files) {
    Map<String, String> values = new TreeMap<>();
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        try {
          String text = Files.readString(file, StandardCharsets.UTF_8);
          collect("", new Load(AS_WRITTEN).loadFromString(text), values);
        } catch (IOException | YamlEngineException unreadable) {
          return new GatewaySettings(Map.of());
        }
      }
    }
    return new GatewaySettings(Collections.unmodifiableMap(values));
  }

  private static void collect(String prefix, @Nullable Object value, Map<String, String> values) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, member) ->
              collect(prefix.isEmpty() ? key + "" : prefix + "." + key, member, values));
    } else if (!(value instanceof List<?>)) {
      values.putIfAbsent(prefix, String.valueOf(value));
    }
  }

  Set<String> names() {
    return values.keySet();
  }

  /** The account that the gateway names, if it can be told before the gateway starts. */
  Optional<String> accountId() {
    return Optional.ofNullable(values.get("gateway.account-id"))
        .filter(text -> text.matches("[0-9]{12}"));
  }
}
