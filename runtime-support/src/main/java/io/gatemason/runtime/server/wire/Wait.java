package io.gatemason.runtime.server.wire;

/** What a connection waits for. */
public enum Wait {
  /** The first bytes of a fresh connection, and what TLS says before them. */
  FIRST,
  /** The next request. */
  IDLE,
  /** The rest of a head, or of a frame. */
  HEAD,
  /** More of a request's body. */
  BODY,
  /** The end of a body that nobody reads, or of a client that was refused. */
  REST,
  /** What an upgraded connection says next. */
  TUNNEL,
  /** Helidon to pass on what came over HTTP/2. */
  WORK,
  /** The client to take what is written. */
  WRITE
}
