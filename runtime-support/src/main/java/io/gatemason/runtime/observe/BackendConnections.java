package io.gatemason.runtime.observe;

/**
 * Connections to HTTP backends.
 *
 * @param active those over which a request is answered
 * @param idle those that wait for one
 * @param waiting requests that wait for a connection
 */
public record BackendConnections(int active, int idle, int waiting) {
  /** Of a service without backends. */
  public static final BackendConnections NONE = new BackendConnections(0, 0, 0);
}
