package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** The schema of items; in draft 4 also an array of schemas, one per item. */
public final class ItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "items";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA_OR_ARRAY;
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (scope.draft4() && value.asArray().isPresent()) {
      PrefixItemsKeyword.each(name(), value.asArray().get().items(), scope);
    } else {
      scope.code().otherItems(scope.check(value, name()));
    }
  }
}
