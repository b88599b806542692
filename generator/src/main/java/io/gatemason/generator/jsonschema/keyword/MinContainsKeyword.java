package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** How often {@code contains} holds; means nothing alone. */
final class MinContainsKeyword implements Keyword {

  @Override
  public String name() {
    return "minContains";
  }

  @Override
  public void compile(Node value, Scope scope) {
    // Compiled by the keyword contains.
  }
}
