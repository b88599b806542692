package io.gatemason.generator.model.service;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * A rule of a domain by which requests find their stage. Immutable.
 *
 * @param id its identity
 * @param range the rule's resource
 * @param priority the lowest is tried first
 * @param headers conditions, of which each must hold; one holds if any of its items does
 * @param basePaths conditions, of which each must hold; one holds if any of its paths does
 * @param apiId the API's id in the service
 * @param stage the stage's name
 * @param stripBasePath whether the matched base path is taken off
 */
public record RoutingRule(
    ResourceId id,
    Range range,
    Placed<Integer> priority,
    List<List<HeaderMatch>> headers,
    List<List<Placed<String>>> basePaths,
    String apiId,
    String stage,
    boolean stripBasePath) {

  /**
   * A header that must be there.
   *
   * @param header its name, in any case
   * @param valueGlob its value, perhaps with {@code *} at its start or end
   */
  public record HeaderMatch(Placed<String> header, Placed<String> valueGlob) {}

  public RoutingRule {
    headers = headers.stream().map(List::copyOf).toList();
    basePaths = basePaths.stream().map(List::copyOf).toList();
  }
}
