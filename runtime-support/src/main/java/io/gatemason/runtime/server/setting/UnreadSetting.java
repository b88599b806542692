package io.gatemason.runtime.server.setting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is told of a setting that nothing reads: the name that was meant, or those there are. */
final class UnreadSetting {
  private UnreadSetting() {}

  /**
   * One line.
   *
   * @param known how many segments of the name there are
   * @param next what may follow them
   */
  static String problem(List<String> name, int known, List<String> next) {
    String above = String.join(".", name.subList(0, known));
    String unread = String.join(".", name) + " is no setting and has no effect; ";
    return nearest(name.get(known), next)
        .map(meant -> unread + "did you mean " + above + "." + meant + "?")
        .orElseGet(() -> unread + "below " + above + " there are " + String.join(", ", next));
  }

  /** The word of which at most a quarter of the letters differ. */
  private static Optional<String> nearest(String word, List<String> words) {
    int most = Math.max(1, word.length() / 4);
    return words.stream()
        .filter(other -> distance(word, other) <= most)
        .min(Comparator.comparingInt(other -> distance(word, other)));
  }

  /** How many letters have to be put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
      }
      last = row;
    }
    return last[b.length()];
  }
}
