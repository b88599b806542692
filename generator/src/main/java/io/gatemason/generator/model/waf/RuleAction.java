package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a request that matches a rule. Immutable.
 *
 * @param range where it stands
 * @param kind what becomes of the request
 * @param response an answer of the web ACL's own to a blocked request
 * @param inserted headers that the request gets if it goes on
 */
public record RuleAction(
    Range range, Kind kind, Optional<CustomResponse> response, List<Header> inserted) {

  /** The kinds of action. */
  public enum Kind {
    ALLOW("Allow"),
    BLOCK("Block"),
    COUNT("Count"),
    CAPTCHA("Captcha"),
    CHALLENGE("Challenge"),
    MONETIZE("Monetize");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The action's name in templates. */
    public String word() {
      return word;
    }

    /** Whether it needs a service that tells people from machines, or takes money. */
    public boolean needsTokens() {
      return this == CAPTCHA || this == CHALLENGE || this == MONETIZE;
    }
  }

  /**
   * A header.
   *
   * @param name its name
   * @param value its value
   */
  public record Header(Placed<String> name, Placed<String> value) {}

  /**
   * An answer to a blocked request.
   *
   * @param range where it stands
   * @param code its status; empty if that cannot be read
   * @param bodyKey the key of its body
   * @param headers its headers
   */
  public record CustomResponse(
      Range range,
      Optional<Placed<Integer>> code,
      Optional<Placed<String>> bodyKey,
      List<Header> headers) {

    public CustomResponse {
      headers = List.copyOf(headers);
    }
  }

  public RuleAction {
    inserted = List.copyOf(inserted);
  }

  /** An action without anything to it. */
  public static RuleAction of(Range range, Kind kind) {
    return new RuleAction(range, kind, Optional.empty(), List.of());
  }
}
