package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** How often {@code contains} holds; means nothing alone. */
final class MaxContainsKeyword implements Keyword {

  @Override
  public String name() {
    return "maxContains";
  }

  @Override
  public void compile(Node value, Scope scope) {
    // Compiled by the keyword contains.
  }
}
