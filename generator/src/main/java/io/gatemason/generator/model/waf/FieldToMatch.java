package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A part of a request. Immutable.
 *
 * @param range where it stands
 * @param kind which part
 * @param name the header's or argument's name, "" for parts without
 * @param selection which headers or cookies, or pointers into JSON
 * @param scope whether names or values are meant
 * @param oversize what is done with a part that is too long to be inspected
 * @param invalid what is done with a body that is no JSON; empty for what was read of it
 */
public record FieldToMatch(
    Range range,
    Kind kind,
    String name,
    Optional<Selection> selection,
    Scope scope,
    Oversize oversize,
    Optional<Invalid> invalid) {

  /** The parts. */
  public enum Kind {
    METHOD("Method"),
    URI_PATH("UriPath"),
    QUERY_STRING("QueryString"),
    SINGLE_QUERY_ARGUMENT("SingleQueryArgument"),
    ALL_QUERY_ARGUMENTS("AllQueryArguments"),
    SINGLE_HEADER("SingleHeader"),
    HEADERS("Headers"),
    COOKIES("Cookies"),
    HEADER_ORDER("HeaderOrder"),
    BODY("Body"),
    JSON_BODY("JsonBody"),
    URI_FRAGMENT("UriFragment"),
    JA3_FINGERPRINT("JA3Fingerprint"),
    JA4_FINGERPRINT("JA4Fingerprint");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The part's name in templates. */
    public String word() {
      return word;
    }

    /** Whether a gateway sees it. */
    public boolean isSeen() {
      return this != URI_FRAGMENT && this != JA3_FINGERPRINT && this != JA4_FINGERPRINT;
    }
  }

  /** Names, values or both. */
  public enum Scope {
    ALL,
    KEY,
    VALUE
  }

  /** What is done with a part that is too long. */
  public enum Oversize {
    CONTINUE,
    MATCH,
    NO_MATCH
  }

  /** What is done with a body that is no JSON. */
  public enum Invalid {
    EVALUATE_AS_STRING,
    MATCH,
    NO_MATCH
  }

  /**
   * Which headers, cookies or pointers.
   *
   * @param excluded whether all but these are meant
   * @param names which
   */
  public record Selection(boolean excluded, List<Placed<String>> names) {

    public Selection {
      names = List.copyOf(names);
    }
  }
}
