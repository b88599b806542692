package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Schemas that all hold. */
public final class AllOfKeyword extends BranchKeyword {
  @Override
  public String name() {
    return "allOf";
  }

  @Override
  public void compile(Node value, Scope scope) {
    call(name(), value, scope).ifPresent(scope.code()::branch);
  }
}
