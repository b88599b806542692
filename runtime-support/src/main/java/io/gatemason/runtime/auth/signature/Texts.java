package io.gatemason.runtime.auth.signature;

import java.util.List;

/** Small things that both forms of a signature need. */
final class Texts {
  private Texts() {}

  /** The one value of a header; "" if it is missing or has several, which nobody rightly sends. */
  static String only(List<String> values) {
    return values.size() == 1 ? values.getFirst().strip() : "";
  }
}
