package io.gatemason.generator.vtl;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.vtl.tree.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The functions that templates can call on values: a closed list by name and number of arguments.
 * Nothing else of a value's class can be reached.
 */
final class ValueFunctions {
  private static final int MOST_ARGUMENTS = 32;

  /**
   * A function; {@code most} is the largest number of its arguments, {@code least} the smallest.
   */
  private record Function(ClassName owner, int least, int most) {}

  private static final Map<String, List<Function>> FUNCTIONS = new TreeMap<>();

  static {
    ClassName values = RuntimeNames.VALUE_FUNCTIONS;
    add(values, 0, "count doubleValue intValue isEmpty longValue size toString");
    add(values, 1, "add addAll compareTo contains equals get indexOf lastIndexOf remove");
    add(values, 2, "add indexOf lastIndexOf set");
    ClassName maps = RuntimeNames.MAP_FUNCTIONS;
    add(maps, 0, "entrySet getKey getValue keySet values");
    add(maps, 1, "containsKey containsValue putAll");
    add(maps, 2, "getOrDefault put putIfAbsent");
    ClassName text = RuntimeNames.TEXT_FUNCTIONS;
    add(text, 0, "length toLowerCase toUpperCase trim");
    add(text, 1, "charAt compareToIgnoreCase concat endsWith equalsIgnoreCase matches split");
    add(text, 1, "startsWith substring");
    add(text, 2, "replace replaceAll replaceFirst split startsWith substring");
    ClassName statics = RuntimeNames.STATIC_FUNCTIONS;
    add(statics, 0, "isInfinite isNaN");
    add(statics, 1, "isInfinite isNaN parseBoolean parseDouble parseInt parseLong signum");
    add(statics, 1, "toBinaryString toHexString toOctalString toString valueOf");
    add(statics, 2, "compare max min parseInt parseLong sum toString valueOf");
    add("format", new Function(text, 1, MOST_ARGUMENTS));
    add("join", new Function(text, 1, MOST_ARGUMENTS));
  }

  private static final Map<String, String> JAVA_NAMES =
      Map.of("equals", "isEqual", "toString", "asText");

  private static final Set<String> PATTERNS =
      Set.of("matches", "replaceAll", "replaceFirst", "split");

  private ValueFunctions() {}

  private static void add(ClassName owner, int arguments, String names) {
    for (String name : names.split(" ", -1)) {
      add(name, new Function(owner, arguments, arguments));
    }
  }

  private static void add(String name, Function function) {
    FUNCTIONS.computeIfAbsent(name, none -> new ArrayList<>()).add(function);
  }

  /** The names of all functions, in alphabetical order. */
  static Set<String> names() {
    return Collections.unmodifiableSet(FUNCTIONS.keySet());
  }

  /** Whether there is a function of this name at all. */
  static boolean exists(String name) {
    return FUNCTIONS.containsKey(name);
  }

  /** Whether there is a function of this name with this number of arguments. */
  static boolean exists(String name, int arguments) {
    return find(name, arguments).isPresent();
  }

  private static Optional<Function> find(String name, int arguments) {
    return FUNCTIONS.getOrDefault(name, List.of()).stream()
        .filter(function -> function.least <= arguments && arguments <= function.most)
        .findFirst();
  }

  /** Whether a step is not the call of an unknown function. */
  static boolean known(Expression.Step step) {
    return !(step instanceof Expression.Call call) || exists(call.name(), call.arguments().size());
  }

  /** The runtime's class that has a function that exists. */
  static ClassName owner(String name, int arguments) {
    return find(name, arguments).orElseThrow().owner;
  }

  /** The name of the runtime's function. */
  static String javaName(String name) {
    return JAVA_NAMES.getOrDefault(name, name);
  }

  /** Whether the first argument is a regular expression. */
  static boolean takesPattern(String name) {
    return PATTERNS.contains(name);
  }
}
