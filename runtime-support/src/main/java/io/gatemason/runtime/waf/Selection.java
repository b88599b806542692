package io.gatemason.runtime.waf;

import java.util.Set;

/**
 * Which headers or cookies a statement looks at. Immutable.
 *
 * @param included whether those that are named are looked at, and no others
 * @param names their names, those of headers in lower case
 */
public record Selection(boolean included, Set<String> names) {
  /** All of them. */
  public static final Selection ALL = except();

  public Selection {
    names = Set.copyOf(names);
  }

  /** Those of these names. */
  public static Selection only(String... names) {
    return new Selection(true, Set.of(names));
  }

  /** Those of other names. */
  public static Selection except(String... names) {
    return new Selection(false, Set.of(names));
  }

  boolean has(String name) {
    return names.contains(name) == included;
  }
}
