package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** Names of members that have to be there. */
public final class RequiredKeyword implements Keyword {

  @Override
  public String name() {
    return "required";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (Values.isTrue(value) || Values.isFalse(value)) {
      scope.report(
          PayloadModelCodes.GM5005,
          value,
          "\"required\" of an object names its members; true or false says nothing here",
          "write required: [name] beside \"properties\"");
      return;
    }
    Values.texts(name(), value, scope).forEach(scope.code()::require);
  }
}
