package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/**
 * {@code minimum} or {@code maximum}; in draft 4 made exclusive by a boolean beside it.
 *
 * @param exclusiveName the name of that boolean
 */
public record LimitKeyword(String name, String exclusiveName) implements Keyword {

  @Override
  public void compile(Node value, Scope scope) {
    boolean exclusive =
        scope.draft4() && scope.schema().get(exclusiveName).filter(Values::isTrue).isPresent();
    Values.number(name, value, scope)
        .ifPresent(limit -> scope.code().value(check(exclusive ? exclusiveName : name, limit)));
  }

  /** The check of the runtime that bears the name of a keyword. */
  static CodeBlock check(String keyword, CodeBlock limit) {
    return CodeBlock.of("$T.$L(in, $L)", RuntimeTypes.NUMBER_CHECKS, keyword, limit);
  }
}
