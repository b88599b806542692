package io.gatemason.runtime.payload;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The media types, with wildcards, whose payloads are bytes and not text. Immutable. */
public final class BinaryMediaTypes {
  public static final BinaryMediaTypes NONE = new BinaryMediaTypes(List.of());

  private final List<String> patterns;

  private BinaryMediaTypes(List<String> patterns) {
    this.patterns = patterns;
  }

  public static BinaryMediaTypes of(String... patterns) {
    return new BinaryMediaTypes(
        Stream.of(patterns).map(pattern -> pattern.toLowerCase(Locale.ROOT)).toList());
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * Whether one of the entries covers {@code mediaType}, which is in lower case and without
   * parameters; the entry for all types covers also a missing one (""). An entry that leaves the
   * type open and names a subtype covers nothing, as captured from the managed service.
   */
  public boolean cover(String mediaType) {
    for (String pattern : patterns) {
      if (covers(pattern, mediaType)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String pattern, String mediaType) {
    if (pattern.startsWith("*/")) {
      return pattern.equals("*/*");
    }
    return pattern.equals(mediaType)
        || (pattern.endsWith("/*")
            && mediaType.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
