package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.PassthroughBehavior;
import java.util.Map;
import java.util.Optional;

/** Decides how the media type of a request selects its template. */
final class BodyChoices {
  /** The key of the template for every media type that has none of its own. */
  private static final String DEFAULT_KEY = "$default";

  private BodyChoices() {}

  /** The choice among compiled templates, which are those of the request. */
  static BodyChoice of(IntegrationRequest request, Map<String, TemplateText> templates) {
    Optional<TemplateText> byDefault = Optional.ofNullable(templates.remove(DEFAULT_KEY));
    return new BodyChoice(
        templates,
        new BodyChoice.Otherwise(byDefault, byDefault.isEmpty() && refuses(request)),
        request.selection());
  }

  private static boolean refuses(IntegrationRequest request) {
    return request.passthroughBehavior() == PassthroughBehavior.NEVER
        || (request.passthroughBehavior() == PassthroughBehavior.WHEN_NO_TEMPLATES
            && !request.templates().isEmpty());
  }
}
