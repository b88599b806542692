package io.gatemason.runtime.waf;

/** What a statement makes of a field of which only a part is inspected. */
public enum Oversize {
  /** It looks at that part. */
  CONTINUE,
  /** It matches without looking. */
  MATCH,
  /** It does not match. */
  NO_MATCH
}
