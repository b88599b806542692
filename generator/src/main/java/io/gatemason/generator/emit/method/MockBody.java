package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.MediaTypeSwitch;
import io.gatemason.generator.layout.integration.CallLayout.MockCall;
import io.gatemason.generator.layout.integration.MockChoice;
import io.gatemason.generator.layout.integration.MockChoice.NoResponse;
import io.gatemason.generator.layout.integration.MockChoice.NoStatus;
import io.gatemason.generator.layout.integration.MockChoice.Outcome;
import io.gatemason.generator.layout.integration.MockChoice.Refuse;
import io.gatemason.generator.layout.integration.MockChoice.Respond;
import io.gatemason.generator.layout.integration.MockChoice.StatusFromBody;
import io.gatemason.generator.layout.integration.MockChoice.StatusFromTemplate;
import io.gatemason.generator.layout.integration.ResponseLayout;
import io.gatemason.generator.layout.integration.TemplateText;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The gateway answers by itself. */
record MockBody(MockCall call, ClassMembers target) implements Outcome.Visitor<List<CodeBlock>> {
  private static final String NO_STATUS =
      "Unable to parse statusCode. It should be an integer that is defined in the request"
          + " template.";

  /** The statements of {@code handle}. */
  CodeBlock statements() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (call.textNeeded()) {
      code.addStatement(
          "exchange.requireTextBody($L)",
          call.contentHandling()
              .map(each -> CodeBlock.of("$T.$L", RuntimeTypes.CONTENT_HANDLING, each))
              .orElse(CodeBlock.of("null")));
    }
    if (call.overrides()) {
      code.addStatement("$T overrides = new $T()", RuntimeTypes.OVERRIDES, RuntimeTypes.OVERRIDES);
    }
    code.add(Templates.requestInput(templates(), call.contentHandling(), call.overrides()))
        .add(choice(call.outcomes()));
    if (statusIsRead() && statusMatters()) {
      target.add(respond());
    }
    new ResponseStatements(target, false, call.overrides()).add(responses());
    return code.build();
  }

  private String arguments() {
    return call.overrides() ? "exchange, overrides" : "exchange";
  }

  /** The responses that can be chosen, in document order. */
  private List<ResponseLayout> responses() {
    Set<ResponseLayout> known =
        outcomes()
            .filter(Respond.class::isInstance)
            .map(outcome -> ((Respond) outcome).response())
            .collect(Collectors.toSet());
    return call.selection().responses().stream()
        .filter(response -> statusIsRead() || known.contains(response))
        .toList();
  }

  /** Whether some status is not known before the request. */
  private boolean statusIsRead() {
    return outcomes()
        .anyMatch(
            outcome -> outcome instanceof StatusFromBody || outcome instanceof StatusFromTemplate);
  }

  /** Whether the status decides which response answers, or whether any does. */
  private boolean statusMatters() {
    return call.selection().ofMessage()
        || !call.selection().cases().isEmpty()
        || call.selection().otherwise().isEmpty();
  }

  private List<TemplateText> templates() {
    return outcomes()
        .filter(StatusFromTemplate.class::isInstance)
        .<TemplateText>map(outcome -> ((StatusFromTemplate) outcome).template())
        .toList();
  }

  private Stream<Outcome> outcomes() {
    return Stream.concat(
        call.outcomes().outcomes().values().stream(), Stream.of(call.outcomes().otherwise()));
  }

  private CodeBlock choice(MockChoice choice) {
    Map<String, List<CodeBlock>> cases = new LinkedHashMap<>();
    choice.outcomes().forEach((type, outcome) -> cases.put(type, outcome.accept(this)));
    CodeBlock selector =
        choice
            .selection()
            .map(expression -> SelectionValues.of(expression, target, "exchange", ""))
            .orElseGet(() -> CodeBlock.of("exchange.contentType()"));
    return MediaTypeSwitch.of(selector, cases, choice.otherwise().accept(this));
  }

  @Override
  public List<CodeBlock> respond(Respond outcome) {
    return List.of(answer(outcome.response(), outcome.status()));
  }

  @Override
  public List<CodeBlock> noResponse(NoResponse outcome) {
    return List.of(
        CodeBlock.of(
            "throw $T.noMatchingIntegrationResponse($L)",
            RuntimeTypes.GATEWAY_FAILURE,
            outcome.status()));
  }

  @Override
  public List<CodeBlock> noStatus(NoStatus outcome) {
    return List.of(
        CodeBlock.of("throw $T.configurationError($S)", RuntimeTypes.GATEWAY_FAILURE, NO_STATUS));
  }

  @Override
  public List<CodeBlock> statusFromTemplate(StatusFromTemplate outcome) {
    return statusFrom(Templates.text(outcome.template()));
  }

  @Override
  public List<CodeBlock> statusFromBody(StatusFromBody outcome) {
    return statusFrom(CodeBlock.of("exchange.bodyText()"));
  }

  @Override
  public List<CodeBlock> refuse(Refuse outcome) {
    return List.of(CodeBlock.of("throw $T.unsupportedMediaType()", RuntimeTypes.GATEWAY_FAILURE));
  }

  /** Where one response answers whatever the status is, there still has to be a status. */
  private List<CodeBlock> statusFrom(CodeBlock text) {
    return statusMatters()
        ? List.of(
            CodeBlock.of("respond($L, $T.parse($L))", arguments(), RuntimeTypes.MOCK_STATUS, text))
        : List.of(
            CodeBlock.of("$T.require($L)", RuntimeTypes.MOCK_STATUS, text),
            answer(call.selection().otherwise().orElseThrow(), 0));
  }

  private CodeBlock answer(ResponseLayout response, int status) {
    String arguments = arguments() + (response.ofMessage() ? ", " + status : "");
    return CodeBlock.of("$N($L)", response.member(), arguments);
  }

  private MethodSpec respond() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("respond")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange");
    if (call.overrides()) {
      method.addParameter(RuntimeTypes.OVERRIDES, "overrides");
    }
    return method
        .addParameter(int.class, "status")
        .addCode(
            ResponseStatements.select(
                target,
                call.selection(),
                "status",
                arguments() + (call.selection().ofMessage() ? ", status" : "")))
        .build();
  }
}
