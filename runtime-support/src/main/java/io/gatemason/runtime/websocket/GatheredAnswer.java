package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer to an event, kept until somebody wants it. Belongs to the thread of the event. */
final class GatheredAnswer implements ClientAnswer {
  private static final byte[] NONE = {};

  private final int most;
  private final ByteArrayOutputStream streamed = new ByteArrayOutputStream(0);
  private byte[] body = NONE;
  private boolean begun;

  /** An answer of at most so many bytes: no message is longer. */
  GatheredAnswer(int most) {
    this.most = most;
  }

  @Override
  public void last() {
    // A message is answered, not its connection.
  }

  @Override
  public boolean begun() {
    return begun;
  }

  @Override
  public void send(int status, AnswerFields fields, byte[] whole) {
    require(whole.length);
    begun = true;
    body = whole;
  }

  @Override
  public void sendHead(int status, AnswerFields fields, long length) {
    begun = true;
  }

  @Override
  public OutputStream stream(int status, AnswerFields fields, long length, boolean atOnce) {
    require(length);
    begun = true;
    return new OutputStream() {
      @Override
      public void write(int b) {
        require(streamed.size() + 1L);
        streamed.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) {
        require((long) streamed.size() + count);
        streamed.write(bytes, offset, count);
      }

      @Override
      public void close() {
        body = streamed.toByteArray();
      }
    };
  }

  private void require(long length) {
    if (length > most) {
      throw GatewayFailure.internalError("the answer is longer than a message may be: " + length);
    }
  }

  /** The answer as text; bytes that are not UTF-8 become U+FFFD. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
