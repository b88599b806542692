package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.List;

/** Who may call a method. */
public sealed interface Authorization {

  /** The authorizer that is asked, {@code AWS_IAM}, or empty text for nobody. */
  String caller();

  /** Everybody. */
  record None() implements Authorization {
    @Override
    public String caller() {
      return "";
    }
  }

  /**
   * Signed requests.
   *
   * @param range where it is asked for
   */
  record Iam(Range range) implements Authorization {
    @Override
    public String caller() {
      return "AWS_IAM";
    }
  }

  /**
   * An authorizer decides.
   *
   * @param authorizer the name of an authorizer of the API
   * @param scopes OAuth scopes, of which one is needed; may be empty
   * @param range where it is asked for
   */
  record ByAuthorizer(String authorizer, List<String> scopes, Range range)
      implements Authorization {
    @Override
    public String caller() {
      return authorizer;
    }
  }
}
