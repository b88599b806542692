package io.gatemason.runtime.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request that somebody tries out, kept as far as it is shown. Belongs to the
 * thread that serves the request.
 */
final class TrialAnswer implements ClientAnswer {
  /** How much of a body is shown. */
  static final int MOST_BYTES = 256 * 1024;

  /** A stream is given up here: it might never end. */
  private static final int MOST_STREAMED = 16 * MOST_BYTES;

  private final ArrayNode headers = JsonNodeFactory.instance.arrayNode();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;
  private int status;

  @Override
  public void last() {
    // There is no connection that could be closed.
  }

  @Override
  public boolean begun() {
    return status != 0;
  }

  @Override
  public void send(int code, AnswerFields fields, byte[] body) {
    begin(code, fields);
    keep(body, 0, body.length);
  }

  @Override
  public void sendHead(int code, AnswerFields fields, long bodyLength) {
    begin(code, fields);
  }

  @Override
  public OutputStream stream(int code, AnswerFields fields, long declared, boolean atOnce) {
    begin(code, fields);
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) {
        keep(bytes, offset, count);
        if (length > MOST_STREAMED) {
          throw new AnswerTooLongException(length);
        }
      }
    };
  }

  private void begin(int code, AnswerFields fields) {
    status = code;
    for (int i = 0; i < fields.count(); i++) {
      headers.addArray().add(fields.name(i)).add(fields.value(i));
    }
  }

  private void keep(byte[] bytes, int offset, int count) {
    int room = MOST_BYTES - kept.size();
    kept.write(bytes, offset, Math.min(room, count));
    length += count;
  }

  /** The answer as JSON; a body that is no text is not shown. */
  ObjectNode json() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", status).put("length", length).put("whole", length == kept.size());
    answer.set("headers", headers);
    try {
      answer.put("body", text());
    } catch (CharacterCodingException e) {
      answer.putNull("body");
    }
    return answer;
  }

  /** Where the body was cut, so may be its last character. */
  private String text() throws CharacterCodingException {
    byte[] bytes = kept.toByteArray();
    int end = bytes.length;
    if (length > end) {
      while (end > 0 && bytes[end - 1] < 0) {
        end--;
      }
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
  }

  /** Nobody wants to see that much. */
  private static final class AnswerTooLongException extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    AnswerTooLongException(long length) {
      super("the console gave up after " + length + " bytes");
    }
  }
}
