package io.gatemason.generator.vtl;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of {@code $context} that templates can read.
 *
 * @param names their dotted names, without {@code context.}
 * @param logged those of variables that only access logs have
 */
record ContextCatalog(Set<String> names, Set<String> logged) {

  /** The same with more variables. */
  ContextCatalog with(Set<String> more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(more);
    return new ContextCatalog(Set.copyOf(all), logged);
  }

  /** The constant of the runtime's enumeration for a variable such as {@code identity.sourceIp}. */
  Optional<String> constant(List<String> path) {
    String name = String.join(".", path);
    if (!names.contains(name)) {
      return Optional.empty();
    }
    String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
    return Optional.of(words.toUpperCase(Locale.ROOT));
  }

  /** Whether some variable's name starts with this path. */
  boolean isPrefix(List<String> path) {
    String start = String.join(".", path) + ".";
    return names.stream().anyMatch(name -> name.startsWith(start));
  }
}
