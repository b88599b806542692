package io.gatemason.generator.emit.code;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;

/** The choice among statements by media type. */
public final class MediaTypeSwitch {
  private MediaTypeSwitch() {}

  /**
   * Prints a choice; without cases the last statements alone.
   *
   * @param selector an expression that gives a media type
   * @param cases statements, without their semicolons, by media type
   * @param otherwise the statements for every other media type
   */
  public static CodeBlock of(
      CodeBlock selector, Map<String, List<CodeBlock>> cases, List<CodeBlock> otherwise) {
    if (cases.isEmpty()) {
      return lines(otherwise);
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($L)", selector);
    cases.forEach((type, statements) -> code.add("case $S -> $L", type, arm(statements)));
    return code.add("default -> $L", arm(otherwise)).endControlFlow().build();
  }

  private static CodeBlock arm(List<CodeBlock> statements) {
    CodeBlock lines = lines(statements);
    return statements.size() == 1 ? lines : CodeBlock.of("{\n$>$L$<}\n", lines);
  }

  private static CodeBlock lines(List<CodeBlock> statements) {
    return statements.stream()
        .map(statement -> CodeBlock.of("$L;\n", statement))
        .collect(CodeBlock.joining(""));
  }
}
