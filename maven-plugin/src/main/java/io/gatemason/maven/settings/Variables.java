package io.gatemason.maven.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a variables file: {@code .properties}, or YAML or JSON in one of the forms in which
 * CloudFormation's own tools keep parameters: a map, a map under {@code Parameters}, or a list of
 * {@code ParameterKey} and {@code ParameterValue}.
 */
final class Variables {
  private final Path file;
  private final Map<String, String> values = new HashMap<>();

  private Variables(Path file) {
    this.file = file;
  }

  static Map<String, String> read(Path file) {
    Variables variables = new Variables(file);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (file.toString().endsWith(".properties")) {
        variables.addProperties(text);
      } else {
        variables.addTree(new Load(LoadSettings.builder().build()).loadFromString(text));
      }
    } catch (IOException e) {
      throw new SettingsException("variablesFile " + file + " cannot be read: " + e, e);
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new SettingsException("variablesFile " + file + ": " + e.getMessage(), e);
    }
    return variables.values;
  }

  private void addProperties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
  }

  private void addTree(@Nullable Object tree) {
    if (tree instanceof List<?> list) {
      list.forEach(this::addParameter);
    } else if (tree instanceof Map<?, ?> map) {
      Object parameters = map.get("Parameters");
      addMap(parameters instanceof Map<?, ?> inner ? inner : map);
    } else if (tree != null) {
      throw wrong("names with values are expected");
    }
  }

  private void addParameter(Object parameter) {
    if (!(parameter instanceof Map<?, ?> map) || map.get("ParameterKey") == null) {
      throw wrong("a list has to hold ParameterKey and ParameterValue");
    }
    add(map.get("ParameterKey"), map.get("ParameterValue"));
  }

  private void addMap(Map<?, ?> map) {
    map.forEach(this::add);
  }

  private void add(@Nullable Object name, @Nullable Object value) {
    if (name == null || value == null || value instanceof Map || value instanceof Iterable) {
      throw wrong("\"" + name + "\" needs a plain value");
    }
    values.put(name.toString(), value.toString());
  }

  private SettingsException wrong(String what) {
    return new SettingsException("variablesFile " + file + ": " + what);
  }
}
