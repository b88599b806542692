package io.gatemason.runtime.client;

import java.io.OutputStream;

/**
 * The answer to one request. The framing is its own: Content-Length, Transfer-Encoding, Connection
 * and Date are no business of whoever answers. One answer is sent at the most, by one thread.
 *
 * <p>What cannot be written since the client is gone or too slow throws a {@link RuntimeException}
 * that closes the connection.
 */
public interface ClientAnswer {

  /** Demands that the connection is closed after the answer, where it carries one at a time. */
  void last();

  /** Whether an answer, or a part of one, may be on its way. */
  boolean begun();

  /** Sends status, fields and a whole body; a status without a body goes without it. */
  void send(int status, AnswerFields fields, byte[] body);

  /** Sends the answer to HEAD, which is to tell the {@code length} of a body; -1 for none. */
  void sendHead(int status, AnswerFields fields, long length);

  /**
   * Begins an answer whose body is written to the result. Closing the result ends it; a body that
   * is not closed, or is shorter than declared, breaks off.
   *
   * @param length length of the body in bytes, -1 if unknown
   * @param atOnce whether status and fields are sent before there is anything of the body
   */
  OutputStream stream(int status, AnswerFields fields, long length, boolean atOnce);

  /**
   * Agrees to speak another protocol (RFC 9110 §15.2.2): sends 101 with these fields. When the
   * request is served, {@code spoken} has the connection.
   *
   * @throws IllegalStateException if the connection cannot change its protocol
   */
  default void upgrade(AnswerFields fields, Upgraded spoken) {
    throw new IllegalStateException("no upgrade to " + spoken.protocol() + " is possible here");
  }
}
