package io.gatemason.maven.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The names of the settings that a gateway will find in its {@code application.yaml}. */
final class GatewaySettingNames {
  private GatewaySettingNames() {}

  /**
   * The names in files that are there; a file that cannot be read is a matter of the gateway, which
   * says so when it starts.
   */
  static Set<String> in(Path... files) {
    Set<String> names = new TreeSet<>();
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        try {
          String text = Files.readString(file, StandardCharsets.UTF_8);
          collect("", new Load(LoadSettings.builder().build()).loadFromString(text), names);
        } catch (IOException | YamlEngineException unreadable) {
          return Set.of();
        }
      }
    }
    return names;
  }

  private static void collect(String prefix, @Nullable Object value, Set<String> names) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, member) ->
              collect(prefix.isEmpty() ? key + "" : prefix + "." + key, member, names));
    } else if (!(value instanceof List<?>)) {
      names.add(prefix);
    }
  }
}
