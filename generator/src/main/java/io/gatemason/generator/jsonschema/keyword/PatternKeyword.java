package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** A regular expression that is found in strings. */
public final class PatternKeyword implements Keyword {

  @Override
  public String name() {
    return "pattern";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (Values.text(value).isEmpty()) {
      Values.wrong(name(), value, "a string", scope);
      return;
    }
    scope
        .pattern(Values.text(value).get(), value)
        .ifPresent(
            pattern ->
                scope
                    .code()
                    .value(
                        CodeBlock.of(
                            "$T.pattern(in, $L)",
                            RuntimeTypes.TEXT_CHECKS,
                            Values.patternConstant("PATTERN", pattern, scope))));
  }
}
