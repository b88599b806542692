package io.gatemason.generator.layout.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decides what a mock does: its status is the {@code statusCode} that its template renders. */
final class MockChoices {
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
        outcomes,
        body.otherwise().refused() ? new MockChoice.Refuse() : otherwise,
        body.selection());
  }

  private MockChoice.Outcome outcome(TemplateText template) {
    if (template instanceof TemplateText.Compiled compiled) {
      return new MockChoice.StatusFromTemplate(compiled);
    }
    Optional<Integer> status = LooseStatus.of(((TemplateText.Constant) template).text());
    if (status.isEmpty()) {
      return new MockChoice.NoStatus();
    }
    return selection
        .of(status.get())
        .<MockChoice.Outcome>map(response -> new MockChoice.Respond(response, status.get()))
        .orElseGet(() -> new MockChoice.NoResponse(status.get()));
  }
}
