package io.gatemason.runtime.function.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges texts that a function returned by what their JSON would be, without writing it. */
final class ReturnedTexts {
  /** The longest escape of a character, such as {@code \}{@code u0000}. */
  private static final int BYTES_PER_CHARACTER = 6;

  /** Quotes, colons and commas around a text, with the names of all members. */
  private static final int BYTES_AROUND = 8;

  private static final int BYTES_OF_MEMBERS = 200;

  private long bytes = BYTES_OF_MEMBERS;
  private boolean sound = true;

  /** A value, which the compiler only believes to be of its type. */
  void add(@Nullable Object value) {
    if (value instanceof String text) {
      bytes += BYTES_AROUND + (long) BYTES_PER_CHARACTER * text.length();
      sound = sound && bytes <= ProxyResult.MAX_BYTES && !hasSurrogates(text);
    } else {
      sound = sound && value == null;
    }
  }

  void addAll(@Nullable Map<?, ?> values) {
    if (values == null) {
      return;
    }
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      sound = sound && entry.getKey() instanceof String;
      add(entry.getKey());
      if (entry.getValue() instanceof Iterable<?> list) {
        addAll(list);
      } else {
        add(entry.getValue());
      }
    }
  }

  void addAll(@Nullable Iterable<?> values) {
    if (values != null) {
      values.forEach(this::add);
    }
  }

  /** Whether all are texts that JSON can carry, and small enough however they are escaped. */
  boolean surelyFit() {
    return sound;
  }

  /** Whether some character might be half of a pair, which cannot be written. */
  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
