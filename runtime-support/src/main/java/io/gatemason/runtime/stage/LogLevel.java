package io.gatemason.runtime.stage;

/** How much an execution log says of the calls of a method. */
public enum LogLevel {
  /** Nothing. */
  OFF,
  /** What failed. */
  ERROR,
  /** All that happened. */
  INFO
}
