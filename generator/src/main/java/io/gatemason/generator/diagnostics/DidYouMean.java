package io.gatemason.generator.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelled one was meant to be. */
public final class DidYouMean {
  private static final int LEAST_BEGINNING = 4;

  private DidYouMean() {}

  /**
   * The nearest of the known words; empty where none is near. Upper and lower case are alike; at
   * most a quarter of the letters may differ, a swap of neighbours counting once. Of equally near
   * words the first in alphabetical order is taken. Where none is near, the only word that begins
   * with the whole of this one is.
   */
  public static Optional<String> closest(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int most = Math.max(1, wanted.length() / 4);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
        .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= most)
        .min(
            Comparator.<String>comparingInt(c -> distance(wanted, c.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> completion(wanted, known));
  }

  private static Optional<String> completion(String wanted, Collection<String> known) {
    List<String> longer =
        known.stream()
            .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(wanted))
            .distinct()
            .toList();
    return wanted.length() >= LEAST_BEGINNING && longer.size() == 1
        ? Optional.of(longer.get(0))
        : Optional.empty();
  }

  /** A hint for a message, such as {@code did you mean "uri"?}; empty text where none is near. */
  public static String hint(String word, Collection<String> known) {
    return closest(word, known).map(w -> "did you mean \"" + w + "\"?").orElse("");
  }

  /** Whether a word differs from another by one letter, or by a swap of neighbours. */
  public static boolean isOneLetterOff(String word, String other) {
    return Math.abs(word.length() - other.length()) <= 1 && distance(word, other) == 1;
  }

  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
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
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
