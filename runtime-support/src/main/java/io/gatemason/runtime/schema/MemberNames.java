package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of members that a schema of objects knows. Immutable. Over bytes at most 64 required
 * names can be told apart; a model with more reads a tree.
 */
public final class MemberNames {
  private static final MemberNames NONE = new MemberNames(List.of(), List.of());

  private final List<String> all;
  private final List<String> required;
  private final TextTable table;
  private final long[] requiredBits;
  private final long requiredMask;

  private MemberNames(List<String> all, List<String> required) {
    this.all = all;
    this.required = required;
    this.table = TextTable.of(all);
    this.requiredBits = new long[all.size()];
    long mask = 0;
    for (int i = 0; i < requiredBits.length; i++) {
      int number = required.indexOf(all.get(i));
      requiredBits[i] = number >= 0 && number < Long.SIZE ? 1L << number : 0;
      mask |= requiredBits[i];
    }
    this.requiredMask = mask;
  }

  /** Knows no names. */
  public static MemberNames none() {
    return NONE;
  }

  /** Also knows names that an object must have, expected after those known before. */
  public MemberNames required(String... names) {
    return new MemberNames(with(all, names), with(required, names));
  }

  /** Also knows names that an object may have, expected after those known before. */
  public MemberNames optional(String... names) {
    return new MemberNames(with(all, names), required);
  }

  private static List<String> with(List<String> known, String... names) {
    return Stream.concat(known.stream(), Arrays.stream(names)).toList();
  }

  TextTable table() {
    return table;
  }

  /** The bit that a required name sets among those seen; 0 for another name. */
  long requiredBit(int index) {
    return requiredBits[index];
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
    return in.seen() == requiredMask;
  }

  /** Those names that an object does not have, sorted. */
  static List<String> missing(List<String> names, JsonNode object) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!object.has(name)) {
        missing.add(name);
      }
    }
    Collections.sort(missing);
    return missing;
  }
}
