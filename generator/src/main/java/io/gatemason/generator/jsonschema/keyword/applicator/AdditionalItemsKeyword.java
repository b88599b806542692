package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import java.util.Optional;

/** The schema of items after those with a schema of their own (draft 4). */
public final class AdditionalItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "additionalItems";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    Optional<Node> items = scope.schema().get("items");
    if (items.isPresent() && items.get().asArray().isEmpty()) {
      return;
    }
    if (Values.isFalse(value)) {
      items.ifPresent(
          array ->
              scope
                  .code()
                  .arrayEnd(
                      CodeBlock.of(
                          "$T.noAdditionalItems(in, $L)",
                          RuntimeTypes.ARRAY_CHECKS,
                          array.asArray().map(a -> a.items().size()).orElse(0))));
    } else if (!Values.isTrue(value) && items.isPresent()) {
      scope.code().otherItems(scope.check(value, name()));
    }
  }
}
