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

  /** All responses, each once, in document order as far as they can be chosen. */
  public List<ResponseLayout> responses() {
    return java.util.stream.Stream.concat(cases.stream().map(Case::response), otherwise.stream())
        .distinct()
        .toList();
  }
}
