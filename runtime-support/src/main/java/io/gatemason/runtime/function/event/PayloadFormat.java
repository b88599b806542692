package io.gatemason.runtime.function.event;

/** The versions of the event that a proxy function is invoked with. */
public enum PayloadFormat {
  /** The event of REST APIs (rest-api.md §8.1); members without a value are null. */
  V1_0,

  /** The event of HTTP APIs (http-api.md §8.1); members without a value are absent. */
  V2_0
}
