package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names of members that an object has to have, sorted. Immutable. On a stream at most 64 names can
 * be told apart; a model with more holds the value first.
 */
public final class RequiredNames {
  private final String[] names;
  private final long all;

  private RequiredNames(String[] names) {
    this.names = names;
    this.all = names.length >= 64 ? -1L : (1L << names.length) - 1;
  }

  /** These names, in the order of their positions. */
  public static RequiredNames of(String... names) {
    return new RequiredNames(names.clone());
  }

  /** Whether the object just read has all of them. */
  public boolean check(JsonCursor in) {
    if (in.kind() != JsonCursor.OBJECT_END) {
      return true;
    }
    if (in instanceof TreeCursor tree) {
      List<String> missing = missing(tree.node());
      return missing.isEmpty()
          || in.failed(
              SchemaKeyword.REQUIRED,
              "object has missing required properties (%s)",
              Printed.names(missing));
    }
    return (in.seen() & all) == all;
  }

  private List<String> missing(JsonNode object) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!object.has(name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** Whether an object that has a member has these too; for the keyword dependencies. */
  boolean checkDependency(TreeCursor in, String member) {
    List<String> missing = missing(in.node());
    return missing.isEmpty()
        || in.failed(
            SchemaKeyword.DEPENDENCIES,
            "property \"%s\" of object has missing property dependencies"
                + " (schema requires %s; missing: %s)",
            member,
            Printed.names(Arrays.asList(names)),
            Printed.names(missing));
  }
}
