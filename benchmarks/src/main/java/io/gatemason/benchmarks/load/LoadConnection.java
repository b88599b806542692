package io.gatemason.benchmarks.load;

import java.io.IOException;
import java.nio.channels.Selector;

/** A connection of the load, with one request in flight. Not thread-safe. */
interface LoadConnection extends AutoCloseable {

  /** How a connection is made. */
  interface Opener {
    /** A new connection to a port of the loopback address. */
    LoadConnection open(int port) throws IOException;
  }

  /** Lets {@code selector} tell when there is something to {@link #receive}. */
  void register(Selector selector, Object attachment) throws IOException;

  /** Sends a request. What was received before is forgotten. */
  void send(byte[] request) throws IOException;

  /**
   * Reads what has come.
   *
   * @return whether the answer is complete
   */
  boolean receive() throws IOException;

  /** Whether the answer is a success with exactly this body. */
  boolean answers(byte[] expected);

  /** What the answer is, for a message. */
  String answer();

  @Override
  void close() throws IOException;
}
