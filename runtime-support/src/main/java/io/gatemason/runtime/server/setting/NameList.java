package io.gatemason.runtime.server.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that settings may have.
 *
 * @param all names with dots; {@code *} stands for a name of the user's, and {@code **} at the end
 *     for whatever others may read there
 */
record NameList(List<String> all) {
  private static final String ANYTHING = "**";

  static List<String> segments(String name) {
    return Arrays.asList(name.split("\\.", -1));
  }

  boolean has(List<String> name) {
    return all.stream().map(NameList::segments).anyMatch(known -> isMeant(known, name));
  }

  private static boolean isMeant(List<String> known, List<String> name) {
    int last = known.size() - 1;
    return known.get(last).equals(ANYTHING)
        ? name.size() >= last && begins(known, name, last)
        : known.size() == name.size() && begins(known, name, name.size());
  }

  private static boolean begins(List<String> known, List<String> name, int length) {
    for (int i = 0; i < length; i++) {
      if (i >= known.size() || !(known.get(i).equals("*") || known.get(i).equals(name.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with a name that is not among these, although its first segment is. */
  String problem(List<String> name) {
    int length = name.size() - 1;
    List<String> next = next(name, length);
    while (next.isEmpty()) {
      length--;
      next = next(name, length);
    }
    return "%s is no setting and has no effect; below %s there are %s"
        .formatted(
            String.join(".", name),
            String.join(".", name.subList(0, length)),
            String.join(", ", next));
  }

  /** What may follow the first {@code length} segments of a name. */
  private List<String> next(List<String> name, int length) {
    Set<String> next = new TreeSet<>();
    for (String known : all) {
      List<String> segments = segments(known);
      if (segments.size() > length && begins(segments, name, length)) {
        next.add(segments.get(length).equals("*") ? "names of your own" : segments.get(length));
      }
    }
    return List.copyOf(next);
  }
}
