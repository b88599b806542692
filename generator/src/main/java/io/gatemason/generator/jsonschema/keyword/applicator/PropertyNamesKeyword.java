package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** A schema of the names of members. */
public final class PropertyNamesKeyword implements Keyword {

  @Override
  public String name() {
    return "propertyNames";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    scope.code().propertyNames(scope.check(value, name()));
  }
}
