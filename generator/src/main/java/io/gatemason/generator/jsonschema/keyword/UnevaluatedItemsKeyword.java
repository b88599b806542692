package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** The schema of items that no other keyword evaluated. */
final class UnevaluatedItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "unevaluatedItems";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    scope.code().unevaluatedItems(scope.check(value, name()));
  }
}
