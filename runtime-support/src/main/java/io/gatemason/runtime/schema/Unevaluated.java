package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keywords {@code unevaluatedProperties} and {@code unevaluatedItems} (draft 2020-12). */
public final class Unevaluated {
  private Unevaluated() {}

  /**
   * Checks a held value.
   *
   * @param others all other keywords of the schema; they note what they evaluate
   * @param members the schema of members that nothing else evaluated; null for any
   * @param items the schema of items that nothing else evaluated; null for any
   */
  public static boolean check(
      JsonCursor in,
      SchemaCheck others,
      @Nullable SchemaCheck members,
      @Nullable SchemaCheck items) {
    if (!(in instanceof TreeCursor tree)) {
      return others.check(in);
    }
    Evaluated evaluated = new Evaluated();
    boolean goOn =
        others.check(tree.recording(evaluated))
            && (members == null || members(tree, evaluated, members))
            && (items == null || items(tree, evaluated, items));
    Evaluated outer = tree.record();
    if (goOn && outer != null) {
      outer.addAll(evaluated);
    }
    return goOn;
  }

  private static boolean members(TreeCursor in, Evaluated evaluated, SchemaCheck schema) {
    TreeSet<String> unwanted = new TreeSet<>();
    for (Map.Entry<String, JsonNode> member : in.node().properties()) {
      if (!evaluated.has(member.getKey())) {
        evaluated.add(member.getKey());
        if (!schema.check(in.at(member.getValue()))) {
          unwanted.add(member.getKey());
        }
      }
    }
    return unwanted.isEmpty()
        || in.failed(
            SchemaKeyword.UNEVALUATED_PROPERTIES,
            ObjectChecks.NOT_ALLOWED,
            Printed.names(unwanted));
  }

  private static boolean items(TreeCursor in, Evaluated evaluated, SchemaCheck schema) {
    JsonNode array = in.node();
    for (int i = 0; array.isArray() && i < array.size(); i++) {
      if (!evaluated.has(i)) {
        evaluated.add(i);
        if (!schema.check(in.at(array.get(i)))) {
          return in.failed(
              SchemaKeyword.UNEVALUATED_ITEMS,
              "array has an element which is not allowed by the schema (index: %d)",
              i);
        }
      }
    }
    return true;
  }
}
