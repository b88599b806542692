package io.gatemason.generator.model;

import io.gatemason.generator.source.Node;

/**
 * The JSON Schema of a payload.
 *
 * @param name the key in {@code definitions} or {@code components.schemas}; made up for a schema
 *     written in place
 * @param schema the schema as written, references unresolved
 * @param dialect the flavour it is written in
 * @param imported whether it is part of a document that the managed service imports, and loses what
 *     the import drops; otherwise a resource of a template
 */
public record PayloadModel(String name, Node schema, Dialect dialect, boolean imported) {

  /** The flavour of a schema, by the version of the document. */
  public enum Dialect {
    /** Swagger 2.0: draft 4. */
    DRAFT_4,
    /** OpenAPI 3.0: draft 4 with {@code nullable} and the like. */
    OPENAPI_3_0,
    /** OpenAPI 3.1: draft 2020-12. */
    DRAFT_2020_12
  }
}
