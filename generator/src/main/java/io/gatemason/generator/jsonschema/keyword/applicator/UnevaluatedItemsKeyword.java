package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** The schema of items that no other keyword evaluated. */
public final class UnevaluatedItemsKeyword implements Keyword {

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
