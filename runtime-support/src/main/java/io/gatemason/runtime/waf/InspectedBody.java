package io.gatemason.runtime.waf;

import io.gatemason.runtime.exchange.Exchange;
import java.util.Arrays;
import java.util.List;

/** The part of a body that is inspected. Immutable: nobody changes its bytes. */
final class InspectedBody {
  private final byte[] bytes;
  private final boolean oversize;

  private InspectedBody(byte[] bytes, boolean oversize) {
    this.bytes = bytes;
    this.oversize = oversize;
  }

  /** The first bytes of a request's body, at most so many. */
  static InspectedBody of(Exchange exchange, int most) {
    byte[] read = exchange.bodyPrefix(most + 1);
    boolean more = read.length > most;
    return new InspectedBody(more ? Arrays.copyOf(read, most) : read, more);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether there is more. */
  boolean oversize() {
    return oversize;
  }

  /** All of it as one text; none without a body. */
  List<byte[]> whole() {
    return bytes.length == 0 ? List.of() : List.of(bytes);
  }
}
