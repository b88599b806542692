package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.integration.TemplateText;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ContentHandling;
import java.util.Collection;
import java.util.Optional;

/** Expressions that render mapping templates. */
final class Templates {
  private Templates() {}

  /**
   * Declares {@code input} for request templates; nothing if none of them is compiled.
   *
   * @param handling conversion of the client's body
   * @param overrides whether {@code overrides} is at hand
   */
  static CodeBlock requestInput(
      Collection<TemplateText> templates, Optional<ContentHandling> handling, boolean overrides) {
    CodeBlock payload =
        handling
            .map(
                each ->
                    CodeBlock.of(
                        "() -> exchange.bodyText($T.$L)", RuntimeTypes.CONTENT_HANDLING, each))
            .orElse(CodeBlock.of("exchange::bodyText"));
    return input(templates, "request", payload, overrides);
  }

  /**
   * Declares {@code input} for response templates; nothing if none of them is compiled.
   *
   * @param payload an expression that supplies the payload as text
   * @param overrides whether {@code overrides} is at hand
   */
  static CodeBlock responseInput(
      Collection<TemplateText> templates, String payload, boolean overrides) {
    return input(templates, "response", CodeBlock.of("$L", payload), overrides);
  }

  private static CodeBlock input(
      Collection<TemplateText> templates, String direction, CodeBlock payload, boolean overrides) {
    if (templates.stream().noneMatch(TemplateText.Compiled.class::isInstance)) {
      return CodeBlock.of("");
    }
    return CodeBlock.of(
        "$T input = $T.$N(exchange, $L$L);\n",
        RuntimeTypes.TEMPLATE_INPUT,
        RuntimeTypes.TEMPLATE_INPUT,
        direction,
        payload,
        overrides ? ", overrides" : "");
  }

  /** The rendered text; {@code input} is at hand. */
  static CodeBlock text(TemplateText template) {
    return template instanceof TemplateText.Constant constant
        ? CodeBlock.of("$S", constant.text())
        : CodeBlock.of("$T.render(input)", ((TemplateText.Compiled) template).name());
  }
}
