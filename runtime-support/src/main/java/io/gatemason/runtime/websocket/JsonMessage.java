package io.gatemason.runtime.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.JsonPath;

/** A message that is JSON, of which route selection expressions read parts. Immutable. */
public final class JsonMessage {
  private final JsonNode root;

  JsonMessage(JsonNode root) {
    this.root = root;
  }

  /** What the path selects as text: "" if nothing, a list as {@code [one, two]}. */
  public String text(JsonPath path) {
    return Selection.text(root, path);
  }
}
