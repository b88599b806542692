package io.gatemason.generator.vtl;

import io.gatemason.generator.vtl.tree.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * The variables of one template and the Java fields that hold them. A name that Java cannot have,
 * or that generated code uses for something else, gets the suffix {@code Value}.
 */
final class VariableNames {
  private static final Set<String> TAKEN = Set.of("input", "out");

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<String> shared = new TreeSet<>();
  private boolean loopsWatched;

  /** Finds the variables that the statements assign. */
  static VariableNames of(List<Statement> statements) {
    VariableNames names = new VariableNames();
    new VariableScan(names).scan(statements);
    return names;
  }

  /** Whether the template assigns this variable somewhere. */
  boolean assigned(String variable) {
    return fields.containsKey(variable);
  }

  /** The field of an assigned variable. */
  String field(String variable) {
    return fields.getOrDefault(variable, variable);
  }

  /** All fields in the order of their first assignment. */
  Iterable<String> fields() {
    return fields.values();
  }

  /** Whether a loop variable is also used outside of its loop, so that the loop must restore it. */
  boolean restored(String variable) {
    return shared.contains(variable);
  }

  /** Whether a definition reads counters of the loops in which it is used. */
  boolean loopsWatched() {
    return loopsWatched;
  }

  void watchLoops() {
    loopsWatched = true;
  }

  void add(String variable) {
    fields.computeIfAbsent(variable, this::fieldFor);
  }

  void share(String variable) {
    shared.add(variable);
  }

  private String fieldFor(String variable) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < variable.length(); i++) {
      char c = variable.charAt(i);
      if (c != '-') {
        name.append(upper ? Character.toUpperCase(c) : c);
      }
      upper = c == '-' && name.length() > 0;
    }
    boolean usable =
        SourceVersion.isName(name)
            && !TAKEN.contains(name.toString())
            && !name.toString().startsWith("foreach")
            && !name.toString().startsWith("outer");
    String wanted = usable ? name.toString() : name + "Value";
    while (fields.containsValue(wanted)) {
      wanted += "_";
    }
    return wanted;
  }
}
