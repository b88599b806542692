package io.gatemason.runtime.template;

import java.io.Serial;
import java.util.LinkedHashMap;

/** A map inside {@code $context}: it can be enumerated and prints nothing (recorded). */
final class ContextMap extends LinkedHashMap<String, Object> {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "";
  }
}
