package io.gatemason.runtime.transport;

import io.gatemason.runtime.exchange.CallTrace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Header lines in their order; names are compared without regard to case. Not thread-safe. */
public final class HeaderFields implements CallTrace.Headers {
  private String[] lines = new String[32];
  private int size;

  public int size() {
    return size;
  }

  public String name(int index) {
    return lines[2 * index];
  }

  public String value(int index) {
    return lines[2 * index + 1];
  }

  public void add(String name, String value) {
    if (2 * size == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lines.length);
    }
    lines[2 * size] = name;
    lines[2 * size + 1] = value;
    size++;
  }

  /** Continues the value of the last line, behind a blank. */
  void extendLast(String more) {
    lines[2 * size - 1] += " " + more;
  }

  /** Replaces all lines of that name by one. */
  @Override
  public void set(String name, String value) {
    remove(name);
    add(name, value);
  }

  @Override
  public void remove(String name) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!name(i).equalsIgnoreCase(name)) {
        lines[2 * kept] = lines[2 * i];
        lines[2 * kept + 1] = lines[2 * i + 1];
        kept++;
      }
    }
    size = kept;
  }

  public boolean contains(String name) {
    return first(name) != null;
  }

  @Override
  public @Nullable String first(String name) {
    for (int i = 0; i < size; i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return value(i);
      }
    }
    return null;
  }
}
