package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Schemas to refer to; means nothing alone. */
final class DefsKeyword implements Keyword {

  @Override
  public String name() {
    return "$defs";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.OBJECT;
  }

  @Override
  public void compile(Node value, Scope scope) {
    // Compiled where a reference leads to it.
  }
}
