package io.gatemason.runtime.server;

/** A step before a request's method that may turn the request away. Safe for concurrent use. */
@FunctionalInterface
interface Admission {

  /** Looks at a request; true if it is answered, and goes no further. */
  boolean answers(Approach approach);
}
