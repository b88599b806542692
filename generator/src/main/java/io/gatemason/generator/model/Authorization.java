package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.List;

/** Who may call a method. */
public sealed interface Authorization {

  /** Everybody. */
  record None() implements Authorization {}

  /**
   * Signed requests.
   *
   * @param range where it is asked for
   */
  record Iam(Range range) implements Authorization {}

  /**
   * An authorizer decides.
   *
   * @param authorizer the name of an authorizer of the API
   * @param scopes OAuth scopes, of which one is needed; may be empty
   * @param range where it is asked for
   */
  record ByAuthorizer(String authorizer, List<String> scopes, Range range)
      implements Authorization {}
}
