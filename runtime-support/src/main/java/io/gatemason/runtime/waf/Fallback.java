package io.gatemason.runtime.waf;

/** Whether a statement matches a request in which it cannot find what it looks at. */
public enum Fallback {
  MATCH,
  NO_MATCH;

  boolean matches() {
    return this == MATCH;
  }
}
