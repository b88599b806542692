package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Operator;
import io.gatemason.generator.vtl.tree.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes expressions as Java. */
final class ExpressionEmitter {
  private static final int LONGEST_LITERAL = 10_000;

  private final Emission emission;
  private final ReferenceEmitter references;
  private final BiFunction<Expression.Interpolated, Scope, CodeBlock> textParts;

  /**
   * Creates the emitter.
   *
   * @param textParts writes a string literal with directives into a method and gives the call
   */
  ExpressionEmitter(
      Emission emission, BiFunction<Expression.Interpolated, Scope, CodeBlock> textParts) {
    this.emission = emission;
    this.references = new ReferenceEmitter(emission, this);
    this.textParts = textParts;
  }

  ReferenceEmitter references() {
    return references;
  }

  /** The value as Velocity passes it on: an unknown or missing reference is the empty text. */
  Code value(Expression expression, Scope scope) {
    Code code = operand(expression, scope);
    if (expression instanceof Expression.Reference && code.nullable()) {
      return code.missing()
          ? Code.text("$S", "")
          : Code.present("$T.orEmpty($L)", RuntimeNames.VALUES, code.block());
    }
    return code;
  }

  /** The value as text. */
  Code text(Expression expression, Scope scope) {
    Code code = value(expression, scope);
    return code.type() == Code.Type.TEXT
        ? code
        : Code.text("$T.text($L)", RuntimeNames.VALUES, code.block());
  }

  private Code operand(Expression expression, Scope scope) {
    if (expression instanceof Expression.Text textual) {
      return literal(textual.value());
    } else if (expression instanceof Expression.Constant constant) {
      return constant(constant.value());
    } else if (expression instanceof Expression.Nothing) {
      return Code.NOTHING;
    } else if (expression instanceof Expression.Reference ref) {
      return references.emit(ref, scope);
    } else if (expression instanceof Expression.Interpolated string) {
      return interpolated(string, scope);
    } else if (expression instanceof Expression.ListOf listOf) {
      return collection("list", listOf.items(), scope);
    } else if (expression instanceof Expression.MapOf mapOf) {
      return collection("map", mapOf.keysAndValues(), scope);
    } else if (expression instanceof Expression.Range range) {
      return Code.optional(
          "$T.range($L, $L)",
          RuntimeNames.VALUES,
          value(range.from(), scope).block(),
          value(range.to(), scope).block());
    } else if (expression instanceof Expression.Binary binary && binary.operator().arithmetic()) {
      return Code.optional(
          "$T.$N($L, $L)",
          RuntimeNames.ARITHMETIC,
          binary.operator().code(),
          value(binary.left(), scope).block(),
          value(binary.right(), scope).block());
    }
    return new Code(condition(expression, scope), Code.Type.CONDITION);
  }

  /** Java limits the length of a string constant; longer ones are put together. */
  private static Code literal(String text) {
    if (text.length() <= LONGEST_LITERAL) {
      return Code.text("$L", JavaText.literal(text));
    }
    List<CodeBlock> pieces = new ArrayList<>();
    for (String piece : pieces(text)) {
      pieces.add(JavaText.literal(piece));
    }
    return Code.text("$T.join($L)", RuntimeNames.VALUES, CodeBlock.join(pieces, ", "));
  }

  /** Cuts a text into pieces that fit into Java string constants, never through a character. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(start + LONGEST_LITERAL, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private static Code constant(Object value) {
    if (value instanceof Boolean) {
      return Code.condition("$L", value);
    } else if (value instanceof Long) {
      return Code.present("$LL", value);
    } else if (value instanceof BigInteger) {
      return Code.present("new $T($S)", BigInteger.class, value.toString());
    } else if (value instanceof Double number && number.isInfinite()) {
      return Code.present(
          "$T.$N", Double.class, number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
    }
    return Code.present("$L", value);
  }

  private Code collection(String function, List<Expression> items, Scope scope) {
    List<CodeBlock> values = new ArrayList<>();
    for (Expression item : items) {
      Code value = value(item, scope);
      values.add(value.missing() ? CodeBlock.of("(Object) null") : value.block());
    }
    return Code.present("$T.$N($L)", RuntimeNames.VALUES, function, CodeBlock.join(values, ", "));
  }

  private Code interpolated(Expression.Interpolated text, Scope scope) {
    List<Statement> body = text.body();
    if (body.isEmpty()) {
      return Code.text("$S", "");
    }
    if (!body.stream().allMatch(ExpressionEmitter::simple)) {
      return Code.text("$L", textParts.apply(text, scope));
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (Statement part : body) {
      if (part instanceof Statement.Text textual) {
        pieces(textual.text()).forEach(p -> parts.add(JavaText.literal(p)));
      } else {
        Code code = references.emit(((Statement.Print) part).reference(), scope);
        parts.add(code.missing() ? CodeBlock.of("$S", "") : code.block());
      }
    }
    if (parts.size() == 1) {
      return body.get(0) instanceof Statement.Text
          ? Code.text("$L", parts.get(0))
          : Code.text("$T.text($L)", RuntimeNames.VALUES, parts.get(0));
    }
    return Code.text("$T.join($L)", RuntimeNames.VALUES, CodeBlock.join(parts, ", "));
  }

  private static boolean simple(Statement part) {
    return part instanceof Statement.Text || part instanceof Statement.Print;
  }

  /** A call of a function of a value. */
  Code call(Code receiver, Expression.Call call, Scope scope) {
    List<CodeBlock> parts = new ArrayList<>();
    parts.add(receiver.block());
    boolean pattern = ValueFunctions.takesPattern(call.name());
    for (Expression argument : call.arguments()) {
      if (pattern && parts.size() == 1 && argument instanceof Expression.Text textual) {
        String regex = textual.value();
        parts.add(CodeBlock.of("$N", emission.target().patternConstant(regex)));
      } else {
        Code value = value(argument, scope);
        parts.add(value.missing() ? CodeBlock.of("(Object) null") : value.block());
      }
    }
    return Code.optional(
        "$T.$N($L)",
        ValueFunctions.owner(call.name(), call.arguments().size()),
        ValueFunctions.javaName(call.name()),
        CodeBlock.join(parts, ", "));
  }

  /** Whether something counts as true: of values, only false does not; constants never do. */
  CodeBlock condition(Expression expression, Scope scope) {
    if (expression instanceof Expression.Not not) {
      return CodeBlock.of("!$L", inside(Optional.empty(), not.operand(), scope));
    } else if (expression instanceof Expression.Reference ref) {
      Code code = references.emit(ref, scope);
      if (code.type() == Code.Type.CONDITION) {
        return code.block();
      }
      return code.missing()
          ? CodeBlock.of("true")
          : CodeBlock.of("$T.isTrue($L)", RuntimeNames.VALUES, code.block());
    } else if (expression instanceof Expression.Binary binary && !binary.operator().arithmetic()) {
      return binary(binary, scope);
    } else if (expression instanceof Expression.Constant constant) {
      return CodeBlock.of("$L", Boolean.TRUE.equals(constant.value()));
    }
    return CodeBlock.of("false");
  }

  /** A condition in parentheses where it joins others in another way than what is around it. */
  private CodeBlock inside(Optional<Operator> around, Expression expression, Scope scope) {
    CodeBlock code = condition(expression, scope);
    boolean joins =
        expression instanceof Expression.Binary binary
            && binary.operator().logical()
            && !around.equals(Optional.of(binary.operator()));
    return joins ? CodeBlock.of("($L)", code) : code;
  }

  private CodeBlock binary(Expression.Binary binary, Scope scope) {
    Operator operator = binary.operator();
    if (operator.logical()) {
      return CodeBlock.of(
          "$L $L $L",
          inside(Optional.of(operator), binary.left(), scope),
          operator.code(),
          inside(Optional.of(operator), binary.right(), scope));
    }
    return CodeBlock.of(
        operator == Operator.NOT_EQUAL ? "!$T.$N($L, $L)" : "$T.$N($L, $L)",
        RuntimeNames.ARITHMETIC,
        operator.code(),
        value(binary.left(), scope).block(),
        value(binary.right(), scope).block());
  }
}
