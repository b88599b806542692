package io.gatemason.generator.jsonschema.keyword;

import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/**
 * {@code exclusiveMinimum} or {@code exclusiveMaximum}; in draft 4 a boolean that {@link
 * LimitKeyword} reads.
 */
public record ExclusiveLimitKeyword(String name) implements Keyword {

  @Override
  public void compile(Node value, Scope scope) {
    if (!scope.draft4()) {
      Values.number(name, value, scope)
          .ifPresent(limit -> scope.code().value(LimitKeyword.check(name, limit)));
    } else if (!Values.isTrue(value) && !Values.isFalse(value)) {
      Values.wrong(name, value, "true or false", scope);
    }
  }
}
