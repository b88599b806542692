package io.gatemason.runtime.auth.token;

import java.io.IOException;

/** Fetches public documents of identity providers. Safe for concurrent use. */
@FunctionalInterface
public interface DocumentFetch {

  /**
   * The document at {@code url}: the body of an answer 200. Redirects are not followed.
   *
   * @param maximumBytes a larger document fails
   * @param timeoutMillis for everything together
   * @throws IOException if it cannot be had
   */
  byte[] get(String url, int maximumBytes, int timeoutMillis) throws IOException;
}
