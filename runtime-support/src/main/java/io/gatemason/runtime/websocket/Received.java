package io.gatemason.runtime.websocket;

/** What came over a connection, fragments put together, pongs left out. */
sealed interface Received {

  /**
   * A message.
   *
   * @param held what is to be given back to the memory of the service when the message has been
   *     worked for
   */
  record Text(String text, long held) implements Received {}

  /** A ping, which the same payload answers. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Ping(byte[] payload) implements Received {}

  /** The client closes the connection; {@link CloseStatus#NO_STATUS} if it did not say why. */
  record Close(CloseStatus status) implements Received {}

  /** The connection is over. */
  record End() implements Received {}
}
