package io.gatemason.runtime.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a template that renders differently as small as it can be. */
final class ShrunkTemplate {
  private ShrunkTemplate() {}

  /** Where the reference engine gives something and the compiled template something else. */
  static List<Differential.Difference> differences(
      Differential differential, List<String> templates, boolean strict) {
    List<String> comparable =
        templates.stream().filter(template -> !EngineDeviations.cover(template)).toList();
    return differential
        .run(comparable, List.of(() -> FakeSource.withBody("{}").input()), strict)
        .stream()
        .filter(ShrunkTemplate::counts)
        .toList();
  }

  private static boolean counts(Differential.Difference difference) {
    String expected = difference.expected();
    return expected != null && !EngineDeviations.onlyReadOn(expected, difference.actual());
  }

  /** Cuts out pieces as long as a difference of the same kind remains. */
  static Differential.Difference of(Differential differential, Differential.Difference found) {
    Differential.Difference smallest = found;
    int length = found.template().length() / 2;
    while (length > 0) {
      Optional<Differential.Difference> smaller =
          differences(differential, cuts(smallest.template(), length), false).stream()
              .filter(cut -> sameKind(found, cut))
              .findFirst();
      smallest = smaller.orElse(smallest);
      length =
          smaller.isPresent() ? Math.min(length, smallest.template().length() / 2) : length / 2;
    }
    return smallest;
  }

  private static List<String> cuts(String text, int length) {
    List<String> cuts = new ArrayList<>();
    for (int from = 0; from + length <= text.length(); from += Math.max(1, length / 2)) {
      cuts.add(text.substring(0, from) + text.substring(from + length));
    }
    return cuts;
  }

  private static boolean sameKind(Differential.Difference a, Differential.Difference b) {
    return a.actual().startsWith("failed: ") == b.actual().startsWith("failed: ");
  }
}
