package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

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

  /** Reads an object to its end; always true. */
  public static boolean skipMembers(JsonCursor in, MemberNames known) {
    boolean more = in.firstMember(known);
    while (more) {
      more = in.nextMember(known);
    }
    return true;
  }

  /**
   * Whether the object just read has at least so many members. A stream counts a member written
   * twice as two, so a limit above 1 needs a held value.
   */
  public static boolean minProperties(JsonCursor in, int limit) {
    return in.kind != JsonCursor.OBJECT_END
        || in.size() >= limit
        || in.failed(
            SchemaKeyword.MIN_PROPERTIES,
            "object has too few properties (found %d but schema requires at least %d)",
            in.size(),
            limit);
  }

  /** Whether the object just read has at most so many members. */
  public static boolean maxProperties(JsonCursor in, int limit) {
    return in.kind != JsonCursor.OBJECT_END
        || in.size() <= limit
        || in.failed(
            SchemaKeyword.MAX_PROPERTIES,
            "object has too many properties (found %d but schema requires at most %d)",
            in.size(),
            limit);
  }

  /** Whether a held object that has a member also has others, which are sorted. */
  public static boolean dependency(JsonCursor in, String member, String... others) {
    return !has(in, member) || hasOthers((TreeCursor) in, member, List.of(others));
  }

  private static boolean hasOthers(TreeCursor in, String member, List<String> others) {
    List<String> missing = MemberNames.missing(others, in.node());
    return missing.isEmpty()
        || in.failed(
            SchemaKeyword.DEPENDENCIES,
            "property \"%s\" of object has missing property dependencies"
                + " (schema requires %s; missing: %s)",
            member,
            Printed.names(others),
            Printed.names(missing));
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
    return schema.check(new TreeCursor(TextNode.valueOf(name), null, null, new Walk(name.length())))
        || in.failed(SchemaKeyword.PROPERTY_NAMES, "property name \"%s\" is not allowed", name);
  }
}
