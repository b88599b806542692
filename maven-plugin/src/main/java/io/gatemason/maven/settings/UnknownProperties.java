package io.gatemason.maven.settings;

import io.gatemason.generator.diagnostics.DidYouMean;
import java.util.Collection;
import java.util.List;

/** Finds properties on the command line that no goal reads, such as misspelled ones. */
final class UnknownProperties {
  private static final String OWN = "gatemason.";

  /** What follows is a name that the user chooses. */
  private static final List<String> OPEN =
      List.of(OWN + "parameters.", OWN + "suppressed.", OWN + "functions.", OWN + "authorizer.");

  private UnknownProperties() {}

  /**
   * One message for each.
   *
   * @param given the names of all properties of the command line
   * @param known the names that goals read
   */
  static List<String> of(Collection<String> given, Collection<String> known) {
    return given.stream()
        .filter(name -> name.startsWith(OWN))
        .filter(name -> !known.contains(name) && OPEN.stream().noneMatch(name::startsWith))
        .sorted()
        .map(name -> "-D" + name + " is not read by any goal" + hint(name, known))
        .toList();
  }

  private static String hint(String name, Collection<String> known) {
    int second = name.indexOf('.', OWN.length()) + 1;
    return DidYouMean.closest(name.substring(0, second), OPEN)
        .map(near -> near + name.substring(second))
        .or(() -> DidYouMean.closest(name, known))
        .map(near -> ": did you mean -D" + near + "?")
        .orElse("; the goal help lists what is");
  }
}
