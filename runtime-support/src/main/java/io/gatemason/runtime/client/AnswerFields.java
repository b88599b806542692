package io.gatemason.runtime.client;

import java.util.Arrays;
import java.util.List;

/**
 * The header fields of an answer in the order in which they were set. Names are compared in any
 * letter case and sent as they are. Not safe for concurrent use.
 */
public final class AnswerFields {
  private String[] names = new String[8];
  private String[] values = new String[8];
  private int count;

  /** No fields. */
  public AnswerFields() {
    // Fields are set later.
  }

  /** How many fields there are. */
  public int count() {
    return count;
  }

  /** The name of a field. */
  public String name(int index) {
    return names[index];
  }

  /** The value of a field. */
  public String value(int index) {
    return values[index];
  }

  /** Whether there is a field of that name. */
  public boolean has(String name) {
    return find(name) >= 0;
  }

  /** Replaces all fields of that name by one; it stands where the first of them stood. */
  public void set(String name, String value) {
    int index = find(name);
    if (index < 0) {
      add(name, value);
      return;
    }
    removeAfter(name, index + 1);
    names[index] = name;
    values[index] = value;
  }

  /** Replaces all fields of that name by one for each value. */
  public void set(String name, List<String> all) {
    removeAfter(name, 0);
    all.forEach(value -> add(name, value));
  }

  /** Adds a field beside those of the same name. */
  public void add(String name, String value) {
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    names[count] = name;
    values[count] = value;
    count++;
  }

  /** Removes all fields. */
  public void clear() {
    Arrays.fill(names, 0, count, null);
    Arrays.fill(values, 0, count, null);
    count = 0;
  }

  private int find(String name) {
    for (int i = 0; i < count; i++) {
      if (same(names[i], name)) {
        return i;
      }
    }
    return -1;
  }

  private void removeAfter(String name, int from) {
    int kept = from;
    for (int i = from; i < count; i++) {
      if (!same(names[i], name)) {
        names[kept] = names[i];
        values[kept] = values[i];
        kept++;
      }
    }
    count = kept;
  }

  private static boolean same(String name, String other) {
    return name.length() == other.length() && name.equalsIgnoreCase(other);
  }
}
