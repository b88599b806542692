package io.gatemason.runtime.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request in the order of the client, names as the client wrote them. Each
 * byte of a value is one character (ISO 8859-1), so that none is lost. Belongs to the thread that
 * serves the request.
 */
public interface RequestFields {

  /** How many fields there are; a repeated name counts each time. */
  int count();

  /** The name of a field as the client wrote it; over HTTP/2 in lower case. */
  String name(int index);

  /** The value of a field without the white space around it. */
  String value(int index);

  /**
   * The first field at or after {@code from} that has this name in any letter case, -1 if there is
   * none.
   */
  int find(String name, int from);

  /** Whether there is a field of that name in any letter case. */
  default boolean has(String name) {
    return find(name, 0) >= 0;
  }

  /** The value of the first field of that name, null if there is none. */
  default @Nullable String first(String name) {
    int index = find(name, 0);
    return index < 0 ? null : value(index);
  }

  /** The values of all fields of that name in order. */
  default List<String> all(String name) {
    int index = find(name, 0);
    if (index < 0) {
      return List.of();
    }
    int next = find(name, index + 1);
    if (next < 0) {
      return List.of(value(index));
    }
    List<String> values = new ArrayList<>();
    for (int i = index; i >= 0; i = find(name, i + 1)) {
      values.add(value(i));
    }
    return values;
  }
}
