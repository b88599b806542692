package io.gatemason.generator.layout.integration;

import java.util.List;
import java.util.Optional;

/**
 * Which integration response answers.
 *
 * @param cases tried in order
 * @param otherwise the default response; empty for a configuration error
 * @param awaited whether anybody is answered; nobody is by a one-way route of a WebSocket API
 */
public record ResponseSelection(
    List<Case> cases, Optional<ResponseLayout> otherwise, boolean awaited) {

  /** Nobody is answered. */
  static final ResponseSelection NONE = new ResponseSelection(List.of(), Optional.empty(), false);

  /** One of these. */
  ResponseSelection(List<Case> cases, Optional<ResponseLayout> otherwise) {
    this(cases, otherwise, true);
  }

  /** Whether a route of a WebSocket API answers, with the status of the backend. */
  public boolean ofMessage() {
    return responses().stream().anyMatch(ResponseLayout::ofMessage);
  }

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
