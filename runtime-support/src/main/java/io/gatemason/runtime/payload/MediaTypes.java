package io.gatemason.runtime.payload;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Locale;

/** Media types in header values, without their parameters. */
public final class MediaTypes {
  public static final String JSON = "application/json";

  private MediaTypes() {}

  /** Media type of Content-Type in lower case, or {@code ifMissing}. */
  public static String contentType(Headers headers, String ifMissing) {
    return headers.contains(HeaderNames.CONTENT_TYPE)
        ? first(headers.get(HeaderNames.CONTENT_TYPE).get())
        : ifMissing;
  }

  /** First media type of Accept in lower case, "" if the header is missing. */
  public static String accept(Headers headers) {
    return headers.contains(HeaderNames.ACCEPT) ? first(headers.get(HeaderNames.ACCEPT).get()) : "";
  }

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
