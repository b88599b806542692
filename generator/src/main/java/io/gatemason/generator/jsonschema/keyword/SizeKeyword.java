package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.SchemaCode;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The least or greatest number of characters, items or members. */
public record SizeKeyword(String name, Counted counted) implements Keyword {

  /** What is counted, which decides when that is known. */
  public enum Counted {
    CHARACTERS,
    ITEMS,
    MEMBERS
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.count(name, value, scope).ifPresent(limit -> compile(limit, scope.code()));
  }

  private void compile(int limit, SchemaCode code) {
    switch (counted) {
      case CHARACTERS -> code.value(check(RuntimeTypes.TEXT_CHECKS, limit));
      case ITEMS -> code.arrayEnd(check(RuntimeTypes.ARRAY_CHECKS, limit));
      case MEMBERS -> {
        if (name.equals("minProperties") && limit > 1) {
          code.tree(); // A stream would count a repeated member twice.
        }
        code.objectEnd(check(RuntimeTypes.OBJECT_CHECKS, limit));
      }
    }
  }

  /** The check of the runtime that bears the name of the keyword. */
  private CodeBlock check(ClassName checks, int limit) {
    return CodeBlock.of("$T.$L(in, $L)", checks, name, limit);
  }
}
