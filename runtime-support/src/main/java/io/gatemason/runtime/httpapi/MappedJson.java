package io.gatemason.runtime.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Parts of bodies as parameter mappings see them (docs/behaviour/http-api.md#mapping-values). */
final class MappedJson {
  /** What mappings read of a body at most. */
  private static final int MAPPED_BYTES = 100 * 1024;

  private MappedJson() {}

  /** Value list of what a path selects; missing if the body is no JSON, or an empty container. */
  static List<String> values(byte[] body, JsonPath path) {
    int length = Math.min(body.length, MAPPED_BYTES);
    try {
      JsonNode found = path.find(Json.read(new String(body, 0, length, StandardCharsets.UTF_8)));
      return found == null || isMissing(found) ? List.of() : List.of(text(found));
    } catch (JsonFormatException e) {
      // What is no JSON has nothing to select.
      return List.of();
    }
  }

  private static boolean isMissing(JsonNode node) {
    return node.isNull() || node.isMissingNode() || (node.isContainerNode() && node.isEmpty());
  }

  private static String text(JsonNode node) {
    return node.isContainerNode() ? spaced(node) : node.asText();
  }

  /** With a blank after commas and colons, as observed. */
  private static String spaced(JsonNode node) {
    if (node.isArray()) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      node.forEach(item -> items.add(spaced(item)));
      return items.toString();
    }
    if (node.isObject()) {
      StringJoiner members = new StringJoiner(", ", "{", "}");
      node.properties()
          .forEach(
              member ->
                  members.add(Json.quote(member.getKey()) + ": " + spaced(member.getValue())));
      return members.toString();
    }
    return Json.write(node);
  }
}
