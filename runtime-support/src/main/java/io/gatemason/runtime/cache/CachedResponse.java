package io.gatemason.runtime.cache;

import java.util.List;

/**
 * The answer of a method as it is kept: without what belongs to one request, such as its
 * identifiers. Immutable, the body by agreement.
 */
final class CachedResponse {
  private final int status;
  private final List<Field> headers;
  private final byte[] body;

  /**
   * The answer.
   *
   * @param headers names and values, in the order in which they are sent
   * @param body the body before compression, not copied
   */
  CachedResponse(int status, List<Field> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  int status() {
    return status;
  }

  List<Field> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** A header. */
  record Field(String name, String value) {}
}
