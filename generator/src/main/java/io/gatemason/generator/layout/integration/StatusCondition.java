package io.gatemason.generator.layout.integration;

import java.util.List;

/** When a response is chosen. */
public sealed interface StatusCondition {

  /** The status lies in one of the spans, which are ascending and apart. */
  record InSpans(List<Span> spans) implements StatusCondition {}

  /** The decimal text of the status matches as a whole. */
  record Matches(String regex) implements StatusCondition {}

  /** The function failed and its error message matches as a whole. */
  record MatchesError(String regex) implements StatusCondition {}

  /**
   * Consecutive status codes.
   *
   * @param first the lowest
   * @param last the highest
   */
  record Span(int first, int last) {}
}
