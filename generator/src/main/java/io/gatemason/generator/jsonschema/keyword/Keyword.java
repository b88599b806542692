package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** One keyword of JSON Schema. Stateless. */
public interface Keyword {

  /** Where a keyword's value holds schemas. */
  enum Subschemas {
    /** Nowhere. */
    NONE,
    /** It is a schema. */
    SCHEMA,
    /** It is an array of schemas. */
    ARRAY,
    /** It is an object of schemas. */
    OBJECT,
    /** It is a schema or an array of them. */
    SCHEMA_OR_ARRAY
  }

  /** The name as in a schema. */
  String name();

  /** Where the value holds schemas. */
  default Subschemas subschemas() {
    return Subschemas.NONE;
  }

  /** Adds what the keyword asks for, and reports what is wrong with it. */
  void compile(Node value, Scope scope);
}
