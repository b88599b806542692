package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.node.TextNode;

/** Keywords of objects; every other type passes. */
public final class ObjectChecks {
  static final String NOT_ALLOWED =
      "object instance has properties which are not allowed by the schema: %s";

  private ObjectChecks() {}

  /** The member at which the cursor stands is not allowed. */
  public static boolean notAllowed(JsonCursor in) {
    if (in instanceof TreeCursor tree && tree.findings() != null) {
      tree.findings().addUnwanted(in.name());
      return true;
    }
    return false;
  }

  /** Reads an object to its end so that its members are counted; always true. */
  public static boolean skipMembers(JsonCursor in) {
    boolean more = in.firstMember();
    while (more) {
      more = in.nextMember();
    }
    return true;
  }

  /**
   * Whether the object just read has at least so many members. A stream counts a member written
   * twice as two, so a limit above 1 needs a held value.
   */
  public static boolean minProperties(JsonCursor in, int limit) {
    return in.kind() != JsonCursor.OBJECT_END
        || in.size() >= limit
        || in.failed(
            SchemaKeyword.MIN_PROPERTIES,
            "object has too few properties (found %d but schema requires at least %d)",
            in.size(),
            limit);
  }

  /** Whether the object just read has at most so many members. */
  public static boolean maxProperties(JsonCursor in, int limit) {
    return in.kind() != JsonCursor.OBJECT_END
        || in.size() <= limit
        || in.failed(
            SchemaKeyword.MAX_PROPERTIES,
            "object has too many properties (found %d but schema requires at most %d)",
            in.size(),
            limit);
  }

  /** Whether a held object that has a member also has others. */
  public static boolean dependency(JsonCursor in, String member, RequiredNames others) {
    return !has(in, member) || others.checkDependency((TreeCursor) in, member);
  }

  /** Whether a held object that has a member satisfies a schema. */
  public static boolean dependency(JsonCursor in, String member, SchemaCheck schema) {
    return !has(in, member) || in.inline(SchemaKeyword.DEPENDENCIES, schema);
  }

  private static boolean has(JsonCursor in, String member) {
    return in instanceof TreeCursor tree && tree.node().has(member) && tree.node().isObject();
  }

  /** Whether the name of the member at which the cursor stands satisfies a schema. */
  public static boolean propertyName(JsonCursor in, SchemaCheck schema) {
    String name = in.name();
    return schema.check(new TreeCursor(TextNode.valueOf(name), null, null, new PatternMatchers()))
        || in.failed(SchemaKeyword.PROPERTY_NAMES, "property name \"%s\" is not allowed", name);
  }
}
