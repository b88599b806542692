package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.SchemaCode.PatternCheck;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.Comparator;

/** Schemas of members by a pattern of their names. */
public final class PatternPropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "patternProperties";
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
    value.asObject().get().members().values().stream()
        .sorted(Comparator.comparing(ObjectNode.Member::name))
        .forEach(member -> pattern(member, scope));
  }

  private void pattern(ObjectNode.Member member, Scope scope) {
    scope
        .pattern(member.name(), member.key())
        .ifPresent(
            pattern ->
                scope
                    .code()
                    .pattern(
                        new PatternCheck(
                            pattern,
                            Values.patternConstant("NAMES", pattern, scope),
                            scope.check(member.value(), name(), member.name()))));
  }
}
