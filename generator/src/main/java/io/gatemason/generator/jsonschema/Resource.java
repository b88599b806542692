package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document, or a part of one that has an address of its own. Equality is identity. */
final class Resource {
  private final String uri;
  private final Node root;
  private final boolean validates;
  private final boolean assertsFormats;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Map<String, Node> dynamicAnchors = new LinkedHashMap<>();

  /**
   * Describes a resource.
   *
   * @param validates whether the validation vocabulary is in use
   * @param assertsFormats whether formats are checked
   */
  Resource(String uri, Node root, boolean validates, boolean assertsFormats) {
    this.uri = uri;
    this.root = root;
    this.validates = validates;
    this.assertsFormats = assertsFormats;
  }

  String uri() {
    return uri;
  }

  Node root() {
    return root;
  }

  boolean validates() {
    return validates;
  }

  boolean assertsFormats() {
    return assertsFormats;
  }

  Map<String, Node> anchors() {
    return anchors;
  }

  Map<String, Node> dynamicAnchors() {
    return dynamicAnchors;
  }
}
