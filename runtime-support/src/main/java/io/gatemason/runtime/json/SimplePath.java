package io.gatemason.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSONPaths that name one node by keys and indexes: walked without the general evaluator. */
final class SimplePath {
  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)|\\['([^'\\\\,]+)'\\]|\\[(-?\\d{1,9})\\]");

  private SimplePath() {}

  /** Keys (text) and indexes (integer) of {@code path}, or null if it is not of the simple kind. */
  static @Nullable List<Object> parse(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int position = 1;
    while (position < path.length()) {
      if (!step.region(position, path.length()).lookingAt()) {
        return null;
      }
      String name = step.group(1) != null ? step.group(1) : step.group(2);
      steps.add(name != null ? name : Integer.valueOf(step.group(3)));
      position = step.end();
    }
    return List.copyOf(steps);
  }

  static @Nullable JsonNode find(List<Object> steps, JsonNode root) {
    JsonNode node = root;
    for (Object step : steps) {
      node = step instanceof String key ? node.get(key) : element(node, (Integer) step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static @Nullable JsonNode element(JsonNode array, int index) {
    return array.isArray() ? array.get(index < 0 ? array.size() + index : index) : null;
  }
}
