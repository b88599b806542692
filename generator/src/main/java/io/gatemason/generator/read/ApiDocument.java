package io.gatemason.generator.read;

import io.gatemason.generator.source.ObjectNode;

/**
 * An OpenAPI document with functions, placeholders and references to other files resolved.
 *
 * @param apiId the id of its API, unique in a run
 * @param name the name of its file below the source folder
 * @param root its root, with a key {@code swagger} or {@code openapi}
 */
public record ApiDocument(String apiId, String name, ObjectNode root) {}
