package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of members that a schema of objects knows. Immutable. Over bytes at most 64 required
 * names can be told apart; a model with more reads a tree.
 */
public final class MemberNames {
  private static final MemberNames NONE = new MemberNames(List.of(), List.of());

  private final List<String> required;
  private final List<String> optional;
  private final TextTable table;

  private MemberNames(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    this.table = TextTable.of(all);
  }

  /** Knows no names. */
  public static MemberNames none() {
    return NONE;
  }

  /** Also knows names, sorted, that an object must have. */
  public MemberNames required(String... names) {
    return new MemberNames(List.of(names), optional);
  }

  /** Also knows names that an object may have. */
  public MemberNames optional(String... names) {
    return new MemberNames(required, List.of(names));
  }

  TextTable table() {
    return table;
  }

  /** Whether the object just read has all that it must have. */
  public boolean check(JsonCursor in) {
    if (in.kind != JsonCursor.OBJECT_END) {
      return true;
    }
    if (in instanceof TreeCursor tree) {
      List<String> missing = missing(required, tree.node());
      return missing.isEmpty()
          || in.failed(
              SchemaKeyword.REQUIRED,
              "object has missing required properties (%s)",
              Printed.names(missing));
    }
    return Long.numberOfTrailingZeros(~in.seen()) >= required.size();
  }

  /** Those names that an object does not have. */
  static List<String> missing(List<String> names, JsonNode object) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!object.has(name)) {
        missing.add(name);
      }
    }
    return missing;
  }
}
