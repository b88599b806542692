package io.gatemason.runtime.schema;

/** Schemas of one type; for several see {@link TypeSet}. */
public final class Types {
  private static final TypeSet ARRAY = TypeSet.of("array");
  private static final TypeSet BOOLEAN = TypeSet.of("boolean");
  private static final TypeSet INTEGER = TypeSet.of("integer");
  private static final TypeSet INTEGRAL = TypeSet.integral("integer");
  private static final TypeSet NULL = TypeSet.of("null");
  private static final TypeSet NUMBER = TypeSet.of("number");
  private static final TypeSet OBJECT = TypeSet.of("object");
  private static final TypeSet STRING = TypeSet.of("string");

  private Types() {}

  /** Whether the value is an array. */
  public static boolean array(JsonCursor in) {
    return in.kind == JsonCursor.ARRAY || ARRAY.check(in);
  }

  /** Whether the value is true or false. */
  public static boolean bool(JsonCursor in) {
    return in.kind == JsonCursor.TRUE || in.kind == JsonCursor.FALSE || BOOLEAN.check(in);
  }

  /** Whether the value is a number without fraction and exponent (draft 4). */
  public static boolean integer(JsonCursor in) {
    return in.kind == JsonCursor.INTEGER || INTEGER.check(in);
  }

  /** Whether the value is a number of integral value, however written (draft 6 and later). */
  public static boolean integral(JsonCursor in) {
    return in.kind == JsonCursor.INTEGER || INTEGRAL.check(in);
  }

  /** Whether the value is null. */
  public static boolean none(JsonCursor in) {
    return in.kind == JsonCursor.NULL || NULL.check(in);
  }

  /** Whether the value is a number. */
  public static boolean number(JsonCursor in) {
    return in.isNumber() || NUMBER.check(in);
  }

  /** Whether the value is an object. */
  public static boolean object(JsonCursor in) {
    return in.kind == JsonCursor.OBJECT || OBJECT.check(in);
  }

  /** Whether the value is a string. */
  public static boolean string(JsonCursor in) {
    return in.kind == JsonCursor.STRING || STRING.check(in);
  }

  /** Every value is allowed here: the schema {@code true}. */
  public static boolean anything(JsonCursor in) {
    return true;
  }

  /** No value is allowed here: the schema {@code false}. */
  public static boolean nothing(JsonCursor in) {
    return in.failed(SchemaKeyword.FALSE, "no value is allowed by the schema");
  }
}
