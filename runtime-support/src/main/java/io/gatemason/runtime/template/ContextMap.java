package io.gatemason.runtime.template;

import java.io.Serial;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A map inside {@code $context}: it can be enumerated and prints nothing (recorded).
 *
 * @param <K> its keys
 */
class ContextMap<K extends @Nullable Object> extends LinkedHashMap<K, @Nullable Object> {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "";
  }
}
