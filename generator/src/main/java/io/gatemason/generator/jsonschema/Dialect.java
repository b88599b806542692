package io.gatemason.generator.jsonschema;

/** The language a schema is written in. */
public enum Dialect {
  /** JSON Schema draft 4: models of the managed service and Swagger 2.0. */
  DRAFT_4,
  /** Draft 4 as OpenAPI 3.0 has it, with {@code nullable}. */
  OPENAPI_3_0,
  /** JSON Schema draft 2020-12: OpenAPI 3.1. */
  DRAFT_2020_12
}
