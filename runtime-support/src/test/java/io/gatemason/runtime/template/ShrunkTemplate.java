package io.gatemason.runtime.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a template that renders differently as small as it can be. */
final class ShrunkTemplate {
  private ShrunkTemplate() {}

  /** Cuts out pieces as long as a difference of the same kind remains. */
  static Differential.Difference of(Differential differential, Differential.Difference found) {
    Differential.Difference smallest = found;
    int length = found.template().length() / 2;
    while (length > 0) {
      List<String> cuts = cuts(smallest.template(), length);
      Optional<Differential.Difference> smaller =
          differential.unexplained(cuts, TemplateFuzzer::input, false).stream()
              .filter(cut -> cut.kind().equals(found.kind()))
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
}
