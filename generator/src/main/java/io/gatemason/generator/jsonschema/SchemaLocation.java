package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.Node;

/**
 * A schema and where it stands.
 *
 * @param node the schema; equality of nodes is identity
 * @param resource the resource it belongs to, which gives its base address
 * @param pointer the JSON pointer within the document, for names and comments
 */
record SchemaLocation(Node node, Resource resource, String pointer) {}
