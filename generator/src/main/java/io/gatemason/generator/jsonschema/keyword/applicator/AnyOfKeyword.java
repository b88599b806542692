package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Schemas of which at least one holds. */
public final class AnyOfKeyword extends BranchKeyword {
  @Override
  public String name() {
    return "anyOf";
  }

  @Override
  public void compile(Node value, Scope scope) {
    String method = scope.tracksEvaluated() ? "anyOfEvaluated" : name();
    call(method, value, scope).ifPresent(scope.code()::branch);
  }
}
