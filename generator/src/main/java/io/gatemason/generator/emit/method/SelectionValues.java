package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.SelectionExpression.Body;
import io.gatemason.generator.model.SelectionExpression.Literal;
import io.gatemason.generator.model.SelectionExpression.Part;
import io.gatemason.generator.model.SelectionExpression.ResponseHeader;

/** Expressions that give the results of selection expressions as text. */
public final class SelectionValues {
  private SelectionValues() {}

  /**
   * The result for a message.
   *
   * @param message the variable that has the message: an {@code exchange}, or a {@code message}
   * @param status an expression of the status of the backend
   */
  public static CodeBlock of(
      SelectionExpression expression, ClassMembers target, String message, String status) {
    CodeBlock all =
        expression.parts().stream()
            .map(part -> of(part, target, message, status))
            .collect(CodeBlock.joining(" + "));
    return all.isEmpty() ? CodeBlock.of("$S", "") : all;
  }

  private static CodeBlock of(Part part, ClassMembers target, String message, String status) {
    if (part instanceof Literal literal) {
      return CodeBlock.of("$S", literal.text());
    }
    if (part instanceof Body body) {
      String path = body.jsonPath().isEmpty() ? "$" : body.jsonPath();
      return message.equals("exchange")
          ? CodeBlock.of("$T.text(exchange, $N)", RuntimeTypes.SELECTION, target.jsonPath(path))
          : CodeBlock.of("$N.text($N)", message, target.jsonPath(path));
    }
    if (part instanceof ResponseHeader header) {
      return status.startsWith("response.")
          ? CodeBlock.of(
              "$T.text(response.$N($S), $S)",
              RuntimeTypes.EXCHANGE,
              header.multiValue() ? "headers" : "header",
              header.name(),
              "")
          : CodeBlock.of("$S", "");
    }
    return status.isEmpty() ? CodeBlock.of("$S", "") : CodeBlock.of("Integer.toString($L)", status);
  }
}
