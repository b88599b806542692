package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** A keyword that means nothing alone: references lead into it, or another keyword reads it. */
public record QuietKeyword(String name, Subschemas subschemas) implements Keyword {
  @Override
  public void compile(Node value, Scope scope) {
    // Compiled from where it has a meaning.
  }
}
