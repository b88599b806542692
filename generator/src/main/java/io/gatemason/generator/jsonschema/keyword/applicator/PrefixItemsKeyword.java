package io.gatemason.generator.jsonschema.keyword.applicator;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import java.util.List;

/** Schemas of the first items. */
public final class PrefixItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "prefixItems";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.ARRAY;
  }

  @Override
  public void compile(Node value, Scope scope) {
    each(name(), Values.schemas(name(), value, scope), scope);
  }

  static void each(String keyword, List<Node> schemas, Scope scope) {
    for (int i = 0; i < schemas.size(); i++) {
      scope.code().firstItem(scope.check(schemas.get(i), keyword, Integer.toString(i)));
    }
  }
}
