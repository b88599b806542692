package io.gatemason.generator.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decides what a mock does: its status is the {@code statusCode} that its template renders. */
final class MockChoices {
  /** The service reads mock templates loosely: unquoted names, trailing and doubled commas. */
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  private final BodyChoice body;
  private final ResponseSelection selection;

  MockChoices(BodyChoice body, ResponseSelection selection) {
    this.body = body;
    this.selection = selection;
  }

  MockChoice choice() {
    Map<String, MockChoice.Outcome> outcomes = new LinkedHashMap<>();
    body.templates().forEach((type, template) -> outcomes.put(type, outcome(template)));
    MockChoice.Outcome otherwise =
        body.otherwise().template().map(this::outcome).orElseGet(MockChoice.StatusFromBody::new);
    return new MockChoice(
        outcomes, body.otherwise().refused() ? new MockChoice.Refuse() : otherwise);
  }

  private MockChoice.Outcome outcome(TemplateText template) {
    if (template instanceof TemplateText.Compiled compiled) {
      return new MockChoice.StatusFromTemplate(compiled);
    }
    Optional<Integer> status = status(((TemplateText.Constant) template).text());
    if (status.isEmpty()) {
      return new MockChoice.NoStatus();
    }
    return response(status.get())
        .<MockChoice.Outcome>map(MockChoice.Respond::new)
        .orElseGet(() -> new MockChoice.NoResponse(status.get()));
  }

  private Optional<ResponseLayout> response(int status) {
    return selection.cases().stream()
        .filter(each -> StatusConditions.holds(each.condition(), status))
        .map(ResponseSelection.Case::response)
        .findFirst()
        .or(selection::otherwise);
  }

  private static Optional<Integer> status(String text) {
    try {
      JsonNode code = LENIENT.readTree(text).path("statusCode");
      return code.isInt() ? Optional.of(code.intValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      // Not JSON: the service finds that out when the method is called, and so does the gateway.
      return Optional.empty();
    }
  }
}
