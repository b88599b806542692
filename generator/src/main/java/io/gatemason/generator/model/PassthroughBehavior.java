package io.gatemason.generator.model;

/** What happens to a body for whose content type there is no mapping template. */
public enum PassthroughBehavior {
  /** It passes. */
  WHEN_NO_MATCH,
  /** It passes only if there is no template at all; 415 otherwise. */
  WHEN_NO_TEMPLATES,
  /** 415. */
  NEVER
}
