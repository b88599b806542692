package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.SelectionExpression.Body;
import io.gatemason.generator.model.SelectionExpression.Literal;
import io.gatemason.generator.model.SelectionExpression.Part;
import io.gatemason.generator.model.SelectionExpression.ResponseHeader;
import io.gatemason.generator.model.SelectionExpression.Status;

/**
 * Expressions that give the results of selection expressions as text.
 *
 * @param target takes constants
 * @param message the variable that has the message: an {@code exchange}, or a {@code message}
 * @param status an expression of the status of the backend
 */
public record SelectionValues(ClassMembers target, String message, String status)
    implements Part.Visitor<CodeBlock> {

  /** The result for a message. */
  public static CodeBlock of(
      SelectionExpression expression, ClassMembers target, String message, String status) {
    SelectionValues values = new SelectionValues(target, message, status);
    CodeBlock all =
        expression.parts().stream()
            .map(part -> part.accept(values))
            .collect(CodeBlock.joining(" + "));
    return all.isEmpty() ? CodeBlock.of("$S", "") : all;
  }

  @Override
  public CodeBlock literal(Literal part) {
    return CodeBlock.of("$S", part.text());
  }

  @Override
  public CodeBlock body(Body part) {
    String path = part.jsonPath().isEmpty() ? "$" : part.jsonPath();
    return message.equals("exchange")
        ? CodeBlock.of("$T.text(exchange, $N)", RuntimeTypes.SELECTION, target.jsonPath(path))
        : CodeBlock.of("$N.text($N)", message, target.jsonPath(path));
  }

  @Override
  public CodeBlock responseHeader(ResponseHeader part) {
    return status.startsWith("response.")
        ? CodeBlock.of(
            "$T.text(response.$N($S), $S)",
            RuntimeTypes.EXCHANGE,
            part.multiValue() ? "headers" : "header",
            part.name(),
            "")
        : CodeBlock.of("$S", "");
  }

  @Override
  public CodeBlock status(Status part) {
    return status.isEmpty() ? CodeBlock.of("$S", "") : CodeBlock.of("Integer.toString($L)", status);
  }
}
