package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * What a rate-based statement tells requests apart by. Immutable.
 *
 * @param range where it stands
 * @param kind which part of a request
 * @param name the name of the header, cookie, argument or namespace, "" for others
 * @param transformations what is made of its text first, in the order of priorities
 */
public record RateKey(Range range, Kind kind, String name, List<Placed<String>> transformations) {

  /** The parts. */
  public enum Kind {
    HEADER("Header"),
    COOKIE("Cookie"),
    QUERY_ARGUMENT("QueryArgument"),
    QUERY_STRING("QueryString"),
    URI_PATH("UriPath"),
    HTTP_METHOD("HTTPMethod"),
    IP("IP"),
    FORWARDED_IP("ForwardedIP"),
    LABEL_NAMESPACE("LabelNamespace"),
    ASN("ASN"),
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
      return this != ASN && this != JA3_FINGERPRINT && this != JA4_FINGERPRINT;
    }
  }

  public RateKey {
    transformations = List.copyOf(transformations);
  }
}
