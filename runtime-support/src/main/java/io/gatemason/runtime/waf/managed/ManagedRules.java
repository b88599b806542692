package io.gatemason.runtime.waf.managed;

import io.gatemason.runtime.waf.Action;
import io.gatemason.runtime.waf.Condition;
import io.gatemason.runtime.waf.Field;
import io.gatemason.runtime.waf.Inspection;
import io.gatemason.runtime.waf.MatchRule;
import io.gatemason.runtime.waf.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Rules of a managed group while they are listed, in the order in which they are asked. */
final class ManagedRules {
  private final List<MatchRule> rules = new ArrayList<>();

  /** Adds a rule that blocks and labels. */
  ManagedRules add(String name, String label, Condition condition) {
    rules.add(Rule.of(name, condition, Action.block()).labels(label));
    return this;
  }

  /** Adds a rule for a part, which looks there for patterns and labels with its own name. */
  ManagedRules findAsNamed(String name, String section, Part part) {
    ManagedPatterns patterns = ManagedPatterns.of(section);
    String whole = name + "_" + part.name();
    return add(whole, whole, request -> patterns.areIn(part.lowered(request)));
  }

  /** Adds a rule for each part, which looks there for patterns. */
  ManagedRules find(String name, String section, Part... parts) {
    ManagedPatterns patterns = ManagedPatterns.of(section);
    return test(name, Part::lowered, patterns::areIn, parts);
  }

  /** Adds a rule for each part, which tests it without escapes. */
  ManagedRules detect(String name, Predicate<Field> test, Part... parts) {
    return test(name, Part::decoded, test, parts);
  }

  private ManagedRules test(
      String name,
      BiFunction<Part, Inspection, Field> field,
      Predicate<Field> test,
      Part... parts) {
    for (Part part : parts) {
      add(
          name + "_" + part.name(),
          name + "_" + part.label(),
          request -> test.test(field.apply(part, request)));
    }
    return this;
  }

  List<MatchRule> list() {
    return List.copyOf(rules);
  }
}
