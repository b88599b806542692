package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** What {@code if} chooses; means nothing alone. */
final class ThenKeyword implements Keyword {

  @Override
  public String name() {
    return "then";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    // Compiled by the keyword if.
  }
}
