package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Schemas of which exactly one holds: of a tree, where a name stands once. */
public final class OneOfKeyword extends BranchKeyword {
  @Override
  public String name() {
    return "oneOf";
  }

  @Override
  public void compile(Node value, Scope scope) {
    call(name(), value, scope).ifPresent(scope.code()::treeBranch);
  }
}
