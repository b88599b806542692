package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.CacheKeyLayout;
import io.gatemason.generator.layout.rest.MethodStep.CacheStep;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.ParameterMapping.Literal;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What answers from a cache, and by what its entries are told apart. */
record CacheStatements(CacheStep step) {
  /** Adds the method that makes the key; gives the statements of {@code handle}. */
  CodeBlock addTo(ClassMembers target) {
    target.add(
        MethodSpec.methodBuilder("cacheKey")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange")
            .returns(RuntimeTypes.CACHE_KEY)
            .addStatement("return $L", key(target))
            .build());
    return CodeBlock.builder()
        .beginControlFlow("if ($N.answers(exchange, cacheKey(exchange)))", step.cache().field())
        .addStatement("return")
        .endControlFlow()
        .build();
  }

  private CodeBlock key(ClassMembers target) {
    CacheKeyLayout layout = step.key();
    CodeBlock verb =
        layout
            .verb()
            .map(name -> CodeBlock.of("$S", name))
            .orElse(CodeBlock.of("exchange.route().httpMethod()"));
    CodeBlock.Builder key =
        CodeBlock.builder().add("$T.of($S, $L)", RuntimeTypes.CACHE_KEY, layout.namespace(), verb);
    for (Source source : layout.sources()) {
      key.add(".add($L)", values(source, target));
    }
    if (!layout.timeout().equals(Integration.USUAL_TIMEOUT)) {
      key.add(".within($L)", layout.timeout().toMillis());
    }
    return key.build();
  }

  /** A header is the same in whatever case its name is sent. */
  private static CodeBlock values(Source source, ClassMembers target) {
    if (source instanceof RequestHeader header) {
      return CodeBlock.of("exchange.head().inAnyCase($S)", header.name());
    }
    CodeBlock values = SourceValues.of(source, target);
    return source instanceof Literal ? CodeBlock.of("$T.of($L)", List.class, values) : values;
  }
}
