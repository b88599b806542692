package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients prove themselves with. */
final class Credentials {
  private Credentials() {}

  /**
   * The one value of a header; null if it was not sent, is empty, or was sent more than once
   * (nobody could say which one a backend believes).
   */
  static @Nullable String only(Exchange exchange, String header) {
    List<String> values = exchange.head().inAnyCase(header);
    if (values.size() != 1) {
      return null;
    }
    String value = values.getFirst().strip();
    return value.isEmpty() ? null : value;
  }

  /**
   * Whether a credential has only characters that tokens have. A loop, not a stream: tokens are
   * long, and looked at for each request.
   */
  static boolean areVisible(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
