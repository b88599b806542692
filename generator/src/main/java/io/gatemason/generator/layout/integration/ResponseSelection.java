package io.gatemason.generator.layout.integration;

import java.util.List;
import java.util.Optional;

/**
 * Which integration response answers.
 *
 * @param cases tried in order
 * @param otherwise the default response; empty for a configuration error
 */
public record ResponseSelection(List<Case> cases, Optional<ResponseLayout> otherwise) {

  /**
   * A response and when it is chosen.
   *
   * @param condition over the status of the backend
   * @param response the response
   */
  public record Case(StatusCondition condition, ResponseLayout response) {}

  /** The response to a status, where statuses decide; empty for a configuration error. */
  Optional<ResponseLayout> of(int status) {
    return cases.stream()
        .filter(each -> StatusConditions.holds(each.condition(), status))
        .map(Case::response)
        .findFirst()
        .or(() -> otherwise);
  }

  /** All responses, each once, in document order as far as they can be chosen. */
  public List<ResponseLayout> responses() {
    return java.util.stream.Stream.concat(cases.stream().map(Case::response), otherwise.stream())
        .distinct()
        .toList();
  }
}
