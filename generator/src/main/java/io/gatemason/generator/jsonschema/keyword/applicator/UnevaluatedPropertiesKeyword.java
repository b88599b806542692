package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** The schema of members that no other keyword evaluated. */
public final class UnevaluatedPropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "unevaluatedProperties";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    scope.code().unevaluatedProperties(scope.check(value, name()));
  }
}
