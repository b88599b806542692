package io.gatemason.generator.vtl;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Set;

/**
 * The functions that templates can call on values: a closed list by name and number of arguments.
 * Nothing else of a value's class can be reached.
 */
final class ValueFunctions {
  private static final Map<String, Set<Integer>> ARITIES =
      Map.ofEntries(
          Map.entry("add", Set.of(1, 2)),
          Map.entry("addAll", Set.of(1)),
          Map.entry("charAt", Set.of(1)),
          Map.entry("compareTo", Set.of(1)),
          Map.entry("concat", Set.of(1)),
          Map.entry("contains", Set.of(1)),
          Map.entry("containsKey", Set.of(1)),
          Map.entry("containsValue", Set.of(1)),
          Map.entry("count", Set.of(0)),
          Map.entry("endsWith", Set.of(1)),
          Map.entry("entrySet", Set.of(0)),
          Map.entry("equals", Set.of(1)),
          Map.entry("equalsIgnoreCase", Set.of(1)),
          Map.entry("get", Set.of(1)),
          Map.entry("getKey", Set.of(0)),
          Map.entry("getValue", Set.of(0)),
          Map.entry("indexOf", Set.of(1, 2)),
          Map.entry("intValue", Set.of(0)),
          Map.entry("isEmpty", Set.of(0)),
          Map.entry("keySet", Set.of(0)),
          Map.entry("lastIndexOf", Set.of(1)),
          Map.entry("length", Set.of(0)),
          Map.entry("longValue", Set.of(0)),
          Map.entry("matches", Set.of(1)),
          Map.entry("put", Set.of(2)),
          Map.entry("putAll", Set.of(1)),
          Map.entry("remove", Set.of(1)),
          Map.entry("replace", Set.of(2)),
          Map.entry("replaceAll", Set.of(2)),
          Map.entry("replaceFirst", Set.of(2)),
          Map.entry("set", Set.of(2)),
          Map.entry("size", Set.of(0)),
          Map.entry("split", Set.of(1)),
          Map.entry("startsWith", Set.of(1)),
          Map.entry("substring", Set.of(1, 2)),
          Map.entry("toLowerCase", Set.of(0)),
          Map.entry("toString", Set.of(0)),
          Map.entry("toUpperCase", Set.of(0)),
          Map.entry("trim", Set.of(0)),
          Map.entry("values", Set.of(0)));

  private static final Map<String, String> JAVA_NAMES =
      Map.of("equals", "isEqual", "toString", "asText");

  private static final Set<String> PATTERNS =
      Set.of("matches", "replaceAll", "replaceFirst", "split");

  /** Functions of text alone. */
  private static final Set<String> OF_TEXT =
      Set.of(
          "charAt",
          "concat",
          "endsWith",
          "equalsIgnoreCase",
          "length",
          "matches",
          "replace",
          "replaceAll",
          "replaceFirst",
          "split",
          "startsWith",
          "substring",
          "toLowerCase",
          "toUpperCase",
          "trim");

  private ValueFunctions() {}

  /** Whether there is a function of this name at all. */
  static boolean exists(String name) {
    return ARITIES.containsKey(name);
  }

  /** Whether there is a function of this name with this number of arguments. */
  static boolean exists(String name, int arguments) {
    return ARITIES.getOrDefault(name, Set.of()).contains(arguments);
  }

  /** Whether a step is not the call of an unknown function. */
  static boolean known(Expression.Step step) {
    return !(step instanceof Expression.Call call) || exists(call.name(), call.arguments().size());
  }

  /** The runtime's class that has the function. */
  static ClassName owner(String name) {
    return OF_TEXT.contains(name) ? RuntimeNames.TEXT_FUNCTIONS : RuntimeNames.VALUE_FUNCTIONS;
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
