package io.gatemason.generator.diagnostics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins diagnostics that the user settles by one action, such as a parameter without a value that a
 * document uses in many places.
 */
final class Repeats {
  private static final Set<DiagnosticCode> SETTLED_AT_ONCE =
      Set.of(
          SourceCodes.GM2003,
          SourceCodes.GM2020,
          SourceCodes.GM2021,
          SourceCodes.GM2022,
          SourceCodes.GM2025,
          SourceCodes.GM2027,
          DocumentCodes.GM2126,
          DocumentCodes.GM2130,
          DocumentCodes.GM2132,
          DocumentCodes.GM2140,
          ApiCodes.GM3704);
  private static final int MOST_LINES = 5;

  /** A rule that is broken more often in one document is told once, with all its places. */
  private static final int MOST_OF_A_KIND = 10;

  private record Rule(DiagnosticCode code, Severity severity, String file) {
    static Rule of(Diagnostic d) {
      return new Rule(d.code(), d.severity(), d.range().file().name());
    }
  }

  private record Cause(DiagnosticCode code, String file, String message) {}

  private Repeats() {}

  /** Keeps the first diagnostic of each cause, in order, and names the lines of the others. */
  static List<Diagnostic> joined(List<Diagnostic> sorted) {
    Map<Object, List<Diagnostic>> groups = new LinkedHashMap<>();
    for (Diagnostic d : sorted) {
      Object cause =
          SETTLED_AT_ONCE.contains(d.code())
              ? new Cause(d.code(), d.range().file().name(), d.message())
              : d;
      groups.computeIfAbsent(cause, none -> new ArrayList<>()).add(d);
    }
    return byRule(groups.values().stream().map(Repeats::join).toList());
  }

  private static List<Diagnostic> byRule(List<Diagnostic> diagnostics) {
    Map<Rule, List<Diagnostic>> rules = new LinkedHashMap<>();
    for (Diagnostic d : diagnostics) {
      rules.computeIfAbsent(Rule.of(d), none -> new ArrayList<>()).add(d);
    }
    Set<Diagnostic> first = new HashSet<>();
    rules.values().forEach(broken -> first.add(broken.get(0)));
    return diagnostics.stream()
        .flatMap(
            d -> {
              List<Diagnostic> broken = rules.getOrDefault(Rule.of(d), List.of());
              if (broken.size() <= MOST_OF_A_KIND) {
                return Stream.of(d);
              }
              return first.contains(d) ? Stream.of(several(broken)) : Stream.empty();
            })
        .toList();
  }

  private static Diagnostic several(List<Diagnostic> broken) {
    Diagnostic first = broken.get(0);
    List<Diagnostic.Related> places = new ArrayList<>(first.related());
    for (Diagnostic d : broken.subList(1, broken.size())) {
      places.add(new Diagnostic.Related(d.range(), d.message()));
    }
    return new Diagnostic(
        first.code(),
        first.severity(),
        first.message() + " (and " + (broken.size() - 1) + " more of this kind)",
        first.range(),
        places,
        first.hint());
  }

  private static Diagnostic join(List<Diagnostic> places) {
    Diagnostic first = places.get(0);
    List<Integer> lines =
        places.stream()
            .map(d -> d.range().start().line())
            .filter(line -> line != first.range().start().line())
            .distinct()
            .toList();
    return lines.isEmpty()
        ? first
        : new Diagnostic(
            first.code(),
            first.severity(),
            first.message() + " (also in " + shown(lines) + ")",
            first.range(),
            first.related(),
            first.hint());
  }

  private static String shown(List<Integer> lines) {
    String named =
        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return (lines.size() == 1 ? "line " : "lines ")
        + named
        + (lines.size() > MOST_LINES ? " and " + (lines.size() - MOST_LINES) + " more" : "");
  }
}
