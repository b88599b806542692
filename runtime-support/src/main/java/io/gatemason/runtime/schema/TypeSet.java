package io.gatemason.runtime.schema;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The types a schema allows. Immutable.
 *
 * <p>In draft 4 an integer is a number written without fraction and exponent; from draft 6 on it is
 * any number of integral value, which {@link #integral} allows.
 */
public final class TypeSet {
  private static final List<String> NAMES =
      List.of("array", "boolean", "integer", "null", "number", "object", "string");

  private final int mask;
  private final boolean integral;
  private final String printed;

  private TypeSet(int mask, boolean integral, String printed) {
    this.mask = mask;
    this.integral = integral;
    this.printed = printed;
  }

  /** These types, named as in JSON Schema; {@code number} includes {@code integer}. */
  public static TypeSet of(String... names) {
    return of(false, names);
  }

  /** These types; {@code integer} includes 1.0. */
  public static TypeSet integral(String... names) {
    return of(true, names);
  }

  private static TypeSet of(boolean integral, String... names) {
    TreeSet<String> all = new TreeSet<>(Arrays.asList(names));
    if (all.contains("number")) {
      all.add("integer");
    }
    int mask = 0;
    for (String name : all) {
      mask |= mask(name);
    }
    return new TypeSet(mask, integral && all.contains("integer"), Printed.names(all));
  }

  /** Whether the value has one of these types. */
  public boolean check(JsonCursor in) {
    return has(in)
        || in.failed(
            SchemaKeyword.TYPE,
            "instance type (%s) does not match any allowed primitive type (allowed: %s)",
            name(in.kind),
            printed);
  }

  private boolean has(JsonCursor in) {
    return (mask & (1 << in.kind)) != 0
        || (integral && in.kind == JsonCursor.FLOAT && NumberChecks.isIntegral(in));
  }

  private static int mask(String name) {
    return switch (name) {
      case "array" -> (1 << JsonCursor.ARRAY) | (1 << JsonCursor.ARRAY_END);
      case "boolean" -> (1 << JsonCursor.TRUE) | (1 << JsonCursor.FALSE);
      case "integer" -> 1 << JsonCursor.INTEGER;
      case "null" -> 1 << JsonCursor.NULL;
      case "number" -> 1 << JsonCursor.FLOAT;
      case "object" -> (1 << JsonCursor.OBJECT) | (1 << JsonCursor.OBJECT_END);
      case "string" -> 1 << JsonCursor.STRING;
      default -> throw new IllegalArgumentException(name + " is none of " + NAMES);
    };
  }

  private static String name(int kind) {
    for (String name : NAMES) {
      if ((mask(name) & (1 << kind)) != 0) {
        return name;
      }
    }
    throw new IllegalArgumentException("No such kind: " + kind);
  }
}
