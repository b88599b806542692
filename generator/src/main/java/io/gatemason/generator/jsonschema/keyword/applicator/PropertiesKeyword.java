package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;

/** Schemas of members by name. */
public final class PropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "properties";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.OBJECT;
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (value.asObject().isEmpty()) {
      Values.wrong(name(), value, "an object of schemas", scope);
      return;
    }
    for (ObjectNode.Member member : value.asObject().get().members().values()) {
      scope.code().property(member.name(), scope.check(member.value(), name(), member.name()));
    }
  }
}
