package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.MediaTypeSwitch;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.integration.ResponseLayout;
import io.gatemason.generator.layout.integration.ResponseSelection;
import io.gatemason.generator.layout.integration.StatusCondition;
import io.gatemason.generator.layout.integration.StatusCondition.InSpans;
import io.gatemason.generator.layout.integration.StatusCondition.Matches;
import io.gatemason.generator.layout.integration.StatusCondition.MatchesError;
import io.gatemason.generator.layout.integration.TemplateText;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.ParameterMapping;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Statements that choose an integration response and send it. */
final class ResponseStatements {
  private static final String JSON = "application/json";

  private final ClassMembers target;
  private final boolean withBackend;
  private final boolean overrides;

  /**
   * Prepares for one class.
   *
   * @param withBackend whether a backend answered: its {@code response} is at hand
   * @param overrides whether {@code overrides} is at hand
   */
  ResponseStatements(ClassMembers target, boolean withBackend, boolean overrides) {
    this.target = target;
    this.withBackend = withBackend;
    this.overrides = overrides;
  }

  /**
   * Chooses by status.
   *
   * @param status an expression of type int
   * @param arguments what the chosen method is given
   */
  static CodeBlock select(
      ClassMembers target, ResponseSelection selection, String status, String arguments) {
    CodeBlock otherwise =
        selection
            .otherwise()
            .map(response -> CodeBlock.of("$N($L);\n", response.member(), arguments))
            .orElseGet(
                () ->
                    CodeBlock.of(
                        "throw $T.noMatchingIntegrationResponse($L);\n",
                        RuntimeTypes.GATEWAY_FAILURE,
                        selection.cases().isEmpty() ? status : "status"));
    if (selection.cases().isEmpty()) {
      return otherwise;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    boolean byStatus =
        selection.cases().stream().noneMatch(each -> each.condition() instanceof MatchesError);
    if (!status.equals("status") && (byStatus || selection.otherwise().isEmpty())) {
      code.addStatement("int status = $L", status);
    }
    boolean first = true;
    for (ResponseSelection.Case each : selection.cases()) {
      CodeBlock condition = condition(target, each);
      if (first) {
        code.beginControlFlow("if ($L)", condition);
      } else {
        code.nextControlFlow("else if ($L)", condition);
      }
      code.addStatement("$N($L)", each.response().member(), arguments);
      first = false;
    }
    return code.nextControlFlow("else").add(otherwise).endControlFlow().build();
  }

  /** Adds the method of each response. */
  void add(List<ResponseLayout> responses) {
    responses.forEach(response -> target.add(method(response)));
  }

  private MethodSpec method(ResponseLayout response) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(response.member())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange");
    if (overrides) {
      method.addParameter(RuntimeTypes.OVERRIDES, "overrides");
    }
    if (withBackend) {
      method.addParameter(RuntimeTypes.INTEGRATION_RESPONSE, "response");
    }
    if (!withBackend && response.ofMessage()) {
      method.addParameter(int.class, "status");
    }
    String status = response.ofMessage() ? statusOfBackend() : Integer.toString(response.status());
    method.addStatement("$T answer = exchange.answer($L)", RuntimeTypes.METHOD_ANSWER, status);
    for (ParameterMapping mapping : response.mappings()) {
      // A mock has no backend whose headers or body could be mapped: such a mapping gives nothing.
      if (withBackend || !mapping.source().ofResponse()) {
        method.addStatement(
            "answer.header($S, $L)", mapping.name(), SourceValues.of(mapping.source(), target));
      }
    }
    response
        .contentHandling()
        .filter(each -> !response.ofMessage())
        .ifPresent(
            each ->
                method.addStatement(
                    "answer.contentHandling($T.$L)", RuntimeTypes.CONTENT_HANDLING, each));
    if (withBackend && response.textNeeded() && !response.ofMessage()) {
      method.addStatement("answer.requireText(response)");
    }
    method.addCode(
        Templates.responseInput(
            response.templates().values(),
            withBackend ? "() -> answer.templateText(response)" : "() -> \"\"",
            overrides));
    method.addCode(body(response));
    if (overrides) {
      method.addStatement(
          "answer.override(overrides.responseStatus(), overrides.responseHeaders())");
    }
    return method.addStatement("answer.send()").build();
  }

  private String statusOfBackend() {
    return withBackend ? "response.outcome()" : "status";
  }

  private CodeBlock body(ResponseLayout response) {
    if (response.ofMessage()) {
      return ofMessage(response);
    }
    Map<String, TemplateText> templates = response.templates();
    if (templates.isEmpty()) {
      return withBackend ? CodeBlock.of("answer.passBody(response);\n") : CodeBlock.of("");
    }
    Map<String, List<CodeBlock>> cases = new LinkedHashMap<>();
    templates.forEach(
        (type, template) -> cases.put(type, List.of(rendered(response, type, template))));
    List<CodeBlock> otherwise = cases.remove(response.otherwise());
    return MediaTypeSwitch.of(CodeBlock.of("exchange.acceptType()"), cases, otherwise);
  }

  /** Without a template the body passes, in base64 where bytes are to become text. */
  private CodeBlock ofMessage(ResponseLayout response) {
    Map<String, List<CodeBlock>> cases = new LinkedHashMap<>();
    response
        .templates()
        .forEach((key, template) -> cases.put(key, List.of(rendered(response, JSON, template))));
    List<CodeBlock> byDefault = cases.remove(response.otherwise());
    List<CodeBlock> otherwise = byDefault == null ? passed(response) : byDefault;
    CodeBlock selector =
        response
            .selection()
            .map(each -> SelectionValues.of(each, target, "exchange", selectedStatus()))
            .orElseGet(() -> CodeBlock.of("$S", ""));
    return MediaTypeSwitch.of(selector, cases, otherwise);
  }

  private String selectedStatus() {
    return withBackend ? "response.status()" : "status";
  }

  private List<CodeBlock> passed(ResponseLayout response) {
    if (!withBackend) {
      return List.of();
    }
    boolean toText =
        response.contentHandling().filter(ContentHandling.CONVERT_TO_TEXT::equals).isPresent();
    return List.of(
        toText
            ? CodeBlock.of("answer.body($S, response.base64())", "text/plain")
            : CodeBlock.of("answer.passBody(response)"));
  }

  private CodeBlock rendered(ResponseLayout response, String type, TemplateText template) {
    CodeBlock text =
        template instanceof TemplateText.Constant constant
            ? CodeBlock.of(
                "$N",
                target.constant(
                    ClassName.get("", "byte[]"),
                    Names.constant(response.member() + "_BODY"),
                    utf8(constant.text())))
            : Templates.text(template);
    return CodeBlock.of("answer.body($S, $L)", type, text);
  }

  /** An expression with the bytes of this text in UTF-8. */
  private static CodeBlock utf8(String text) {
    String several = text.stripTrailing().contains("\n") ? "($S)" : "$S";
    return CodeBlock.of(several + ".getBytes($T.UTF_8)", text, StandardCharsets.class);
  }

  private static CodeBlock condition(ClassMembers target, ResponseSelection.Case each) {
    StatusCondition condition = each.condition();
    if (condition instanceof InSpans in) {
      return CodeBlock.of(
          "$L",
          in.spans().stream()
              .map(span -> span(span, in.spans().size() > 1))
              .collect(Collectors.joining(" || ")));
    }
    if (condition instanceof MatchesError error) {
      return CodeBlock.of(
          "$N.matches(response.errorMessage())", pattern(target, each, error.regex()));
    }
    return CodeBlock.of(
        "$N.matches(Integer.toString(status))",
        pattern(target, each, ((Matches) condition).regex()));
  }

  private static String pattern(ClassMembers target, ResponseSelection.Case each, String regex) {
    return target.constant(
        RuntimeTypes.SELECTION_PATTERN,
        Names.constant(each.response().member()) + "_PATTERN",
        CodeBlock.of("$T.of($S)", RuntimeTypes.SELECTION_PATTERN, regex));
  }

  private static String span(StatusCondition.Span span, boolean amongOthers) {
    if (span.first() == span.last()) {
      return "status == " + span.first();
    }
    String both = "status >= " + span.first() + " && status <= " + span.last();
    return amongOthers ? "(" + both + ")" : both;
  }
}
