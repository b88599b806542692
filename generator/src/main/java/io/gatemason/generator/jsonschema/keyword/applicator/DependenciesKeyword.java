package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.DependentRequiredKeyword;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.Comparator;

/** What the presence of a member asks for: other members or a schema (draft 4). */
public final class DependenciesKeyword implements Keyword {

  @Override
  public String name() {
    return "dependencies";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.OBJECT;
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (value.asObject().isEmpty()) {
      Values.wrong(name(), value, "an object", scope);
      return;
    }
    for (ObjectNode.Member member : value.asObject().get().members().values()) {
      if (member.value().asArray().isPresent()) {
        DependentRequiredKeyword.require(name(), member, scope);
      }
    }
    value.asObject().get().members().values().stream()
        .filter(member -> member.value().asArray().isEmpty())
        .sorted(Comparator.comparing(ObjectNode.Member::name))
        .forEach(member -> DependentSchemasKeyword.apply(name(), member, scope));
  }
}
