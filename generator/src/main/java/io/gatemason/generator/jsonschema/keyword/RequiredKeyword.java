package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** Names of members that have to be there. */
final class RequiredKeyword implements Keyword {

  @Override
  public String name() {
    return "required";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.texts(name(), value, scope).forEach(scope.code()::require);
  }
}
