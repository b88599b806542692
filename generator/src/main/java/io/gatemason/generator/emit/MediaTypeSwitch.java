package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;

/** The choice among statements by media type. */
final class MediaTypeSwitch {
  private MediaTypeSwitch() {}

  /**
   * Prints a choice; without cases the last statement alone.
   *
   * @param selector an expression that gives a media type
   * @param cases statements, without their semicolons, by media type
   * @param otherwise the statement for every other media type
   */
  static CodeBlock of(CodeBlock selector, Map<String, CodeBlock> cases, CodeBlock otherwise) {
    if (cases.isEmpty()) {
      return CodeBlock.of("$L;\n", otherwise);
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($L)", selector);
    cases.forEach((type, statement) -> code.add("case $S -> $L;\n", type, statement));
    return code.add("default -> $L;\n", otherwise).endControlFlow().build();
  }
}
