package io.gatemason.runtime.server.wire;

/** What all connections of a listener share. Safe for concurrent use. */
public interface Surroundings {

  /** What clients may take. */
  ConnectionLimits limits();

  /** The deadlines of all connections. */
  Deadlines deadlines();

  /** The field Date. */
  DateField date();

  /** What answers requests. */
  RequestHandler handler();

  /** Whether the service is about to stop, so that every answer is the last of its connection. */
  boolean draining();
}
