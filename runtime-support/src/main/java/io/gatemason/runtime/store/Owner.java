package io.gatemason.runtime.store;

import java.util.Set;

/** A process as its peers see it. Safe for concurrent use. */
public interface Owner {

  /** Answers a question about something that this process owns, or owned a moment ago. */
  byte[] asked(String name, byte[] question);

  /** Its owner died, and this process alone was given it. May take its time. */
  void inherited(String name, byte[] bequest);

  /**
   * The others took this process for dead and have inherited these names, for instance because it
   * stood still.
   */
  void disinherited(Set<String> names);
}
