package io.gatemason.runtime.payload;

import java.util.Locale;

/** Media types in header values, without their parameters. */
public final class MediaTypes {
  public static final String JSON = "application/json";

  private MediaTypes() {}

  /** The first media type of a header value, in lower case and without parameters. */
  public static String first(String value) {
    if (value.equals(JSON)) {
      return JSON;
    }
    int end = 0;
    while (end < value.length() && value.charAt(end) != ';' && value.charAt(end) != ',') {
      end++;
    }
    return value.substring(0, end).trim().toLowerCase(Locale.ROOT);
  }
}
