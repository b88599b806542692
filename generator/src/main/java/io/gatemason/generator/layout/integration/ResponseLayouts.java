package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.name.MethodName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.SelectionPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides which integration response answers, and how. */
final class ResponseLayouts {
  private final TemplateLayouts templates;
  private final MethodName method;
  private final boolean binaryMediaTypes;

  /**
   * Prepares for one method.
   *
   * @param method what its classes are named after
   * @param binaryMediaTypes whether the API has any
   */
  ResponseLayouts(TemplateLayouts templates, MethodName method, boolean binaryMediaTypes) {
    this.binaryMediaTypes = binaryMediaTypes;
    this.templates = templates;
    this.method = method;
  }

  /** For a backend that speaks HTTP. */
  ResponseSelection forBackend(List<IntegrationResponse> responses) {
    return selection(responses, StatusConditions::ofThreeDigits);
  }

  /** For a function, whose patterns are matched against the error message. */
  ResponseSelection forFunction(List<IntegrationResponse> responses) {
    return selection(responses, pattern -> new StatusCondition.MatchesError(pattern.regex()));
  }

  /**
   * For a mock: the first response whose own status is the one that the mock gives, whatever its
   * pattern, else by pattern (docs/behaviour/responses.md#selection).
   */
  ResponseSelection forMock(List<IntegrationResponse> responses) {
    if (responses.stream().anyMatch(ResponseLayouts::isOfMessage)) {
      return selection(responses, StatusConditions::ofAnyInteger);
    }
    ResponseSelection byPattern = selection(responses, StatusConditions::ofAnyInteger);
    List<ResponseSelection.Case> cases = new ArrayList<>();
    Set<Integer> own = new HashSet<>();
    for (ResponseLayout response : byPattern.responses()) {
      int status = response.status();
      boolean taken = byPattern.of(status).filter(each -> each.status() == status).isPresent();
      if (own.add(status) && !taken) {
        cases.add(new ResponseSelection.Case(StatusConditions.only(status), response));
      }
    }
    cases.addAll(byPattern.cases());
    return new ResponseSelection(List.copyOf(cases), byPattern.otherwise());
  }

  private ResponseSelection selection(
      List<IntegrationResponse> responses, Function<SelectionPattern, StatusCondition> condition) {
    Set<String> members = new HashSet<>();
    List<ResponseSelection.Case> cases = new ArrayList<>();
    Optional<ResponseLayout> otherwise = Optional.empty();
    for (IntegrationResponse response : responses) {
      Optional<StatusCondition> when = response.selectionPattern().map(condition);
      if (when.filter(ResponseLayouts::isNever).isPresent()) {
        continue;
      }
      ResponseLayout layout = layout(response, members);
      if (when.isPresent()) {
        cases.add(new ResponseSelection.Case(when.get(), layout));
      } else if (otherwise.isEmpty()) {
        otherwise = Optional.of(layout);
      }
    }
    return new ResponseSelection(List.copyOf(cases), otherwise);
  }

  /** No status matches, of which a check has warned. */
  private static boolean isNever(StatusCondition condition) {
    return condition instanceof StatusCondition.InSpans in && in.spans().isEmpty();
  }

  private ResponseLayout layout(IntegrationResponse response, Set<String> members) {
    String member = member(response, members);
    boolean ofMessage = isOfMessage(response);
    return new ResponseLayout(
        member,
        ofMessage ? 0 : Integer.parseInt(response.statusCode()),
        Mappings.withValue(response.parameters()),
        templates.texts(
            method.type() + Names.type(member),
            "Answer "
                + (isOfMessage(response) ? "" : response.statusCode() + " ")
                + "of "
                + method.title()
                + " as",
            response.templates()),
        response.contentHandling(),
        textNeeded(response),
        ofMessage,
        response.selection());
  }

  /** A route of a WebSocket API names no status. */
  private static boolean isOfMessage(IntegrationResponse response) {
    return response.statusCode().isEmpty();
  }

  private boolean textNeeded(IntegrationResponse response) {
    boolean bytesPossible =
        response
            .contentHandling()
            .map(handling -> handling == ContentHandling.CONVERT_TO_BINARY)
            .orElse(binaryMediaTypes);
    return bytesPossible && !response.templates().isEmpty();
  }

  private static String member(IntegrationResponse response, Set<String> members) {
    String name =
        isOfMessage(response)
            ? "answer" + (response.selectionPattern().isPresent() ? "To" : "")
            : "status" + response.statusCode();
    if (isOfMessage(response) && response.selectionPattern().isPresent()) {
      name += Names.type(response.selectionPattern().get().regex());
    }
    if (members.add(name)) {
      return name;
    }
    String pattern = response.selectionPattern().map(SelectionPattern::regex).orElse("default");
    String words = Names.type(pattern);
    String longer = name + "For" + words;
    return !words.isEmpty() && members.add(longer)
        ? longer
        : name + "For" + Names.fingerprint(pattern);
  }
}
