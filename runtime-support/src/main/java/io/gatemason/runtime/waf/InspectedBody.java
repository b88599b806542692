package io.gatemason.runtime.waf;

import java.util.List;

/** The part of a body that is inspected. Immutable: nobody changes its bytes. */
final class InspectedBody {
  private final byte[] bytes;
  private final boolean oversize;

  /**
   * The part of a body.
   *
   * @param oversize whether there is more
   */
  InspectedBody(byte[] bytes, boolean oversize) {
    this.bytes = bytes;
    this.oversize = oversize;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean oversize() {
    return oversize;
  }

  /** All of it as one text; none without a body. */
  List<byte[]> whole() {
    return bytes.length == 0 ? List.of() : List.of(bytes);
  }
}
