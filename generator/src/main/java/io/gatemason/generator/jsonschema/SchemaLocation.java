package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.Node;

/**
 * A schema and where it stands.
 *
 * @param node the schema; equality of nodes is identity
 * @param resource the resource it belongs to, which gives its base address
 * @param pointer the JSON pointer within the document, for names and comments
 */
record SchemaLocation(Node node, Resource resource, String pointer) {
  /** What a method for it is named after: where it stands, or its address. */
  String name() {
    String uri = resource.uri();
    return pointer.isEmpty() ? "/" + uri.substring(uri.lastIndexOf('/') + 1) : pointer;
  }
}
