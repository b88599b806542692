package io.gatemason.generator.jsonschema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of the methods and constants of one generated class, made from JSON pointers. */
final class MethodNames {
  private static final Map<String, String> STEPS =
      Map.of(
          "items", "item",
          "prefixItems", "item",
          "additionalItems", "other item",
          "additionalProperties", "value",
          "patternProperties", "",
          "properties", "",
          "definitions", "",
          "$defs", "",
          "schemas", "",
          "components", "");
  private static final int MAX_LENGTH = 60;

  private final Set<String> methods = new HashSet<>(Set.of("check", "accepts", "errors"));
  private final Set<String> constants = new HashSet<>();
  private final String modelPointer;

  MethodNames(String modelPointer) {
    this.modelPointer = modelPointer;
  }

  /** A method name for the schema at a pointer, free so far. */
  String method(String pointer) {
    boolean inModel = !modelPointer.isEmpty() && pointer.startsWith(modelPointer + "/");
    String path = inModel ? pointer.substring(modelPointer.length()) : pointer;
    List<String> words = new ArrayList<>();
    String previous = "";
    for (String step : path.isEmpty() ? List.<String>of() : Addresses.pointer(path)) {
      boolean isName = previous.equals("properties") || previous.equals("definitions");
      words.add(isName ? step : STEPS.getOrDefault(step, step));
      previous = isName ? "" : step;
    }
    String name = camel(words);
    while (name.length() > MAX_LENGTH && words.size() > 1) {
      words.remove(0);
      name = camel(words);
    }
    return unique(name, pointer, methods);
  }

  /** A method name made of another one and a suffix. */
  String derived(String name, String suffix) {
    boolean model = name.equals("check");
    return unique(
        model ? Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1) : name + suffix,
        name + " " + suffix,
        methods);
  }

  /** A constant name for a method and what it holds; its value tells it apart from others. */
  String constant(String method, String suffix, String value) {
    String words = method.equals("check") ? "" : method.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    String name = words.isEmpty() ? suffix : words.toUpperCase(Locale.ROOT) + "_" + suffix;
    return unique(name, value, constants);
  }

  /** Letters and digits of a text in camel case, beginning with a capital. */
  static String capitalised(String text) {
    return camelParts(text, true);
  }

  private static String camel(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      name.append(camelParts(word, name.length() > 0));
    }
    if (name.length() == 0) {
      return "schema";
    }
    boolean bad = !Character.isJavaIdentifierStart(name.charAt(0));
    String identifier = bad ? "n" + name : name.toString();
    return SourceVersion.isName(identifier) ? identifier : identifier + "Value";
  }

  private static String camelParts(String text, boolean capital) {
    StringBuilder name = new StringBuilder();
    boolean upper = capital;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean usable = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (usable) {
        boolean first = name.length() == 0;
        name.append(upper ? Character.toUpperCase(c) : first ? Character.toLowerCase(c) : c);
      }
      upper = usable ? false : upper || name.length() > 0;
    }
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name.toString();
  }

  /** A name that is taken gets a fingerprint of what it stands for: a counter would move. */
  private static String unique(String name, String text, Set<String> taken) {
    String candidate = name;
    while (!taken.add(candidate)) {
      candidate = candidate + "_" + Integer.toHexString(text.hashCode());
    }
    return candidate;
  }
}
