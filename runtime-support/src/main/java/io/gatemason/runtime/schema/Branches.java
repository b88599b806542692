package io.gatemason.runtime.schema;

import org.jspecify.annotations.Nullable;

/** Keywords that apply several schemas to one held value. */
public final class Branches {
  private Branches() {}

  /** Whether the value satisfies all schemas. */
  public static boolean allOf(JsonCursor in, SchemaCheck... schemas) {
    int matched = 0;
    for (SchemaCheck schema : schemas) {
      if (in.probe(schema)) {
        matched++;
      } else if (!in.collects()) {
        return false;
      }
    }
    return matched == schemas.length
        || in.failed(
            SchemaKeyword.ALL_OF,
            "instance failed to match all required schemas (matched only %d out of %d)",
            matched,
            schemas.length);
  }

  /** Whether the value satisfies a schema; stops at the first. */
  public static boolean anyOf(JsonCursor in, SchemaCheck... schemas) {
    for (SchemaCheck schema : schemas) {
      if (in.probe(schema)) {
        return true;
      }
    }
    return noneMatched(in, schemas.length);
  }

  /** Whether the value satisfies a schema; tries all, since each tells what it evaluated. */
  public static boolean anyOfEvaluated(JsonCursor in, SchemaCheck... schemas) {
    boolean matched = false;
    for (SchemaCheck schema : schemas) {
      matched |= in.probe(schema);
    }
    return matched || noneMatched(in, schemas.length);
  }

  private static boolean noneMatched(JsonCursor in, int schemas) {
    return in.failed(
        SchemaKeyword.ANY_OF,
        "instance failed to match at least one required schema among %d",
        schemas);
  }

  /** Whether the value satisfies exactly one schema. */
  public static boolean oneOf(JsonCursor in, SchemaCheck... schemas) {
    int matched = 0;
    for (SchemaCheck schema : schemas) {
      if (in.probe(schema)) {
        matched++;
      }
    }
    return matched == 1
        || in.failed(
            SchemaKeyword.ONE_OF,
            "instance failed to match exactly one schema (matched %d out of %d)",
            matched,
            schemas.length);
  }

  /** Whether the value breaks a schema. */
  public static boolean not(JsonCursor in, SchemaCheck schema) {
    boolean matched =
        in instanceof TreeCursor tree ? schema.check(tree.silent()) : in.probe(schema);
    return !matched
        || in.failed(SchemaKeyword.NOT, "instance matched a schema which it should not have");
  }

  /** Whether the value satisfies {@code then} or {@code otherwise}, depending on {@code when}. */
  public static boolean conditional(
      JsonCursor in,
      SchemaCheck when,
      @Nullable SchemaCheck then,
      @Nullable SchemaCheck otherwise) {
    SchemaCheck chosen = in.probe(when) ? then : otherwise;
    return chosen == null || in.inline(SchemaKeyword.IF, chosen);
  }

  /** Applies a referenced schema beside others. */
  public static boolean ref(JsonCursor in, SchemaCheck schema) {
    return in.inline(SchemaKeyword.REF, schema);
  }

  /** Whether a member or item satisfies all schemas that its parent has for it. */
  public static boolean each(JsonCursor in, SchemaCheck... schemas) {
    JsonCursor held = in.tree();
    for (int i = 0; i < schemas.length; i++) {
      if (!schemas[i].check(i == 0 ? held : held.again())) {
        return false;
      }
    }
    return true;
  }
}
