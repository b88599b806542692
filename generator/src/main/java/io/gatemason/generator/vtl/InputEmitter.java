package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.ReferenceEmitter.Bound;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Expression.Call;
import io.gatemason.generator.vtl.tree.Expression.Index;
import io.gatemason.generator.vtl.tree.Expression.Property;
import io.gatemason.generator.vtl.tree.Expression.Step;
import java.util.List;
import java.util.Set;

/** Binds {@code $input}, {@code $util} and {@code $stageVariables}. */
final class InputEmitter {
  private static final Set<String> UTIL =
      Set.of(
          "escapeJavaScript",
          "parseJson",
          "urlEncode",
          "urlDecode",
          "base64Encode",
          "base64Decode");

  private final Emission emission;
  private final ExpressionEmitter expressions;

  InputEmitter(Emission emission, ExpressionEmitter expressions) {
    this.emission = emission;
    this.expressions = expressions;
  }

  Bound input(Expression.Reference reference, List<Step> steps, Scope scope) {
    if (steps.isEmpty()) {
      return notAValue(reference);
    }
    Step first = steps.get(0);
    if (first instanceof Property property && property.name().equals("body")) {
      emission.uses(CompiledTemplate.Feature.BODY);
      return new Bound(Code.text("input.body()"), 1);
    }
    String function = first instanceof Call call ? call.name() : "";
    int arguments = first instanceof Call call ? call.arguments().size() : 0;
    return switch (function + arguments) {
      case "params0" -> new Bound(Code.present("input.params()"), 1);
      case "params1" -> new Bound(parameter(argument(first), scope), 1);
      case "path1" -> new Bound(path(argument(first), scope), 1);
      case "json1" -> new Bound(json(argument(first), scope), 1);
      default -> unknown(reference, first, steps, "body, json, path and params");
    };
  }

  private Code parameter(Expression name, Scope scope) {
    return Code.optional("input.param($L)", expressions.text(name, scope).block());
  }

  private Code path(Expression path, Scope scope) {
    emission.uses(CompiledTemplate.Feature.BODY);
    if (path instanceof Expression.Text text) {
      return JsonPathEmitter.emit(text, emission);
    }
    return Code.optional("input.path($L)", expressions.text(path, scope).block());
  }

  private Code json(Expression path, Scope scope) {
    CodeBlock selected = path(path, scope).block();
    return Code.printed("json", selected, "input.json($L)", selected);
  }

  private static Expression argument(Step call) {
    return ((Call) call).arguments().get(0);
  }

  Bound util(Expression.Reference reference, List<Step> steps, Scope scope) {
    if (steps.isEmpty()) {
      return notAValue(reference);
    }
    Step first = steps.get(0);
    if (first instanceof Call call) {
      if (UTIL.contains(call.name()) && call.arguments().size() == 1) {
        Code value = expressions.value(call.arguments().get(0), scope);
        return new Bound(util(call.name(), value.block()), 1);
      }
    }
    return unknown(reference, first, steps, String.join(", ", UTIL.stream().sorted().toList()));
  }

  private static Code util(String function, CodeBlock value) {
    String format = "$T.$N($L)";
    Object[] arguments = {RuntimeNames.GATEWAY_FUNCTIONS, function, value};
    return switch (function) {
      case "parseJson" -> Code.optional(format, arguments);
      case "escapeJavaScript" -> Code.printed("escapedJavaScript", value, format, arguments);
      default -> Code.text(format, arguments);
    };
  }

  Bound stageVariables(List<Step> steps) {
    if (!steps.isEmpty()) {
      String name = constantName(steps.get(0));
      if (!name.isEmpty()) {
        return new Bound(Code.optional("input.stageVariable($L)", JavaText.literal(name)), 1);
      }
    }
    return new Bound(Code.present("input.stageVariables()"), 0);
  }

  /** The name in {@code .name}, {@code ["name"]} or {@code .get("name")}; empty if none. */
  static String constantName(Step step) {
    if (step instanceof Property property) {
      return property.name();
    } else if (step instanceof Index index) {
      return constantText(index.index());
    }
    Call call = (Call) step;
    boolean get = call.name().equals("get") && call.arguments().size() == 1;
    return get ? constantText(call.arguments().get(0)) : "";
  }

  private static String constantText(Expression expression) {
    return expression instanceof Expression.Text text ? text.value() : "";
  }

  private Bound notAValue(Expression.Reference reference) {
    emission
        .problems()
        .error(
            MappingTemplateCodes.GM4002,
            reference.at(),
            reference.root().length() + 1,
            "\"$" + reference.root() + "\" cannot be used as a value",
            "use one of its functions");
    return new Bound(Code.NOTHING, 0);
  }

  private Bound unknown(Expression.Reference reference, Step step, List<Step> steps, String known) {
    String name =
        step instanceof Call call
            ? call.name()
            : step instanceof Property property ? property.name() : "[]";
    emission
        .problems()
        .warning(
            MappingTemplateCodes.GM4003,
            step.at(),
            name.length(),
            "\"$"
                + reference.root()
                + "."
                + name
                + "\" does not exist in this form and gives the empty text",
            "$" + reference.root() + " has " + known);
    return new Bound(Code.NOTHING, steps.size());
  }
}
