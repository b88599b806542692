package io.gatemason.runtime.server.http2;

import io.helidon.http.http2.Http2ErrorCode;

/** The streams of a connection, as the guard of its frames sees them. */
interface Http2Streams {
  /** The client has been sent the server's preface. */
  void ready();

  /** A request has come, and is about to be passed on. */
  void requested(long now);

  /** Whether somebody works for the client. */
  boolean busy();

  /** When the last one ended whose client was not too slow. */
  long lastEnd();

  /** So many bytes of bodies have come; false if these are more than the client may send. */
  boolean spend(int bytes);

  /** Lets the client send so much more over the connection; 0 changes nothing. */
  void allow(int bytes);

  /** Tells the client why the connection ends, and that no stream follows this one. */
  void goodbye(int lastStream, Http2ErrorCode errorCode);
}
