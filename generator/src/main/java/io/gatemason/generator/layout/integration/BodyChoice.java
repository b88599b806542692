package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.SelectionExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which template makes a body, by media type.
 *
 * @param templates by media type in lower case, without {@code $default}
 * @param otherwise for every other media type
 * @param selection what takes the place of the media type in a WebSocket API
 */
public record BodyChoice(
    Map<String, TemplateText> templates,
    Otherwise otherwise,
    Optional<SelectionExpression> selection) {

  /** All templates that may be chosen. */
  public List<TemplateText> all() {
    return Stream.concat(templates.values().stream(), otherwise.template().stream()).toList();
  }

  /**
   * What happens to other media types.
   *
   * @param template the {@code $default} template
   * @param refused whether the answer is 415; otherwise the body passes
   */
  public record Otherwise(Optional<TemplateText> template, boolean refused) {}
}
