package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadRelay;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes one response: identifiers, compression, and what HEAD and bodiless statuses demand. */
final class Responder {
  private static final byte[] NONE = {};
  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final int SINGLE_WRITE = 65_536;

  private final ClientRequest request;
  private ClientAnswer answer;
  private final AnswerFields fields = new AnswerFields();
  private int status;
  private long length;

  Responder(ClientRequest request, ClientAnswer answer) {
    this.request = request;
    this.answer = answer;
  }

  /** From now on whatever is sent goes through {@code way}. */
  void through(UnaryOperator<ClientAnswer> way) {
    answer = way.apply(answer);
  }

  /** Status of the response, 0 before one is known. */
  int status() {
    return status;
  }

  /** Bytes of the body that were sent so far. */
  long length() {
    return length;
  }

  /** The answer is the last one of its connection, where connections carry one at a time. */
  void last() {
    answer.last();
  }

  /** Forgets the headers of an answer that failed while it was made. */
  void clear() {
    fields.clear();
  }

  void set(String name, List<String> values) {
    values.forEach(value -> requireLegal(name, value));
    fields.set(name, values);
  }

  void set(String name, String value) {
    requireLegal(name, value);
    fields.set(name, value);
  }

  void set(RequestIds ids) {
    ids.setIn(fields);
  }

  void add(String name, String value) {
    requireLegal(name, value);
    fields.add(name, value);
  }

  /** All headers that are set. */
  AnswerFields fields() {
    return fields;
  }

  boolean has(String name) {
    return fields.has(name);
  }

  /** Whether the client asked for the head of the response alone. */
  boolean headOnly() {
    return request.method().equals("HEAD");
  }

  /** Sends a body from memory; {@code threshold} as in {@link #send(int, Payload, int)}. */
  void send(int code, byte[] body, int threshold) {
    begin(code);
    String coding = body.length < least(threshold) ? null : coding(threshold);
    byte[] bytes = coding == null ? body : ResponseCompression.compressed(body, coding);
    if (headOnly()) {
      answer.sendHead(code, fields, bytes.length);
    } else {
      length = bytes.length;
      answer.send(code, fields, bytes);
    }
  }

  /**
   * Sends a payload.
   *
   * @param threshold size in bytes from which it is compressed if the client wants it, -1 for never
   */
  void send(int code, Payload payload, int threshold) {
    if (headOnly() && !payload.buffered()) {
      begin(code);
      answer.sendHead(code, fields, payload.length());
    } else if (payload.buffered() || bodiless(code)) {
      send(code, bodiless(code) ? NONE : payload.bytes(), threshold);
    } else {
      sendStream(code, payload, threshold);
    }
  }

  /** Sends status and headers, then a payload of any size as it comes. */
  void stream(int code, Payload payload) {
    if (headOnly() || bodiless(code)) {
      send(code, payload, -1);
      return;
    }
    try (InputStream in = payload.stream()) {
      begin(code);
      long declared = payload.length();
      PayloadRelay.copy(NONE, in, counted(answer.stream(code, fields, declared, true)), declared);
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "response: " + e.getMessage());
    }
  }

  private void begin(int code) {
    if (code < 200) {
      throw GatewayFailure.configurationError("status " + code + " is not that of an answer");
    }
    status = code;
  }

  private void sendStream(int code, Payload payload, int threshold) {
    try (InputStream in = payload.stream()) {
      long declared = payload.length();
      if (declared >= 0 && declared <= SINGLE_WRITE) {
        send(code, PayloadRelay.readBefore(in, (int) declared, declared), threshold);
        return;
      }
      byte[] first =
          threshold > 0
              ? PayloadRelay.readBefore(in, threshold, declared)
              : PayloadRelay.readSome(in);
      String coding = first.length < least(threshold) ? null : coding(threshold);
      begin(code);
      OutputStream body = answer.stream(code, fields, coding == null ? declared : -1, false);
      PayloadRelay.copy(first, in, ResponseCompression.encoder(counted(body), coding), declared);
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "response: " + e.getMessage());
    }
  }

  /** The fewest bytes that are compressed: nothing stays nothing, whatever the threshold. */
  private static int least(int threshold) {
    return Math.max(threshold, 1);
  }

  /** The coding of this response, its header set; null for none. */
  private @Nullable String coding(int threshold) {
    if (threshold < 0 || has(CONTENT_ENCODING)) {
      return null;
    }
    String coding = ResponseCompression.choose(request.fields());
    if (coding != null) {
      fields.set(CONTENT_ENCODING, coding);
    }
    return coding;
  }

  /** The same stream, counting what is written. */
  private OutputStream counted(OutputStream body) {
    return new FilterOutputStream(body) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
        length += count;
      }

      @Override
      public void write(int octet) throws IOException {
        out.write(octet);
        length++;
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  private static boolean bodiless(int code) {
    return code == 204 || code == 205 || code == 304;
  }

  private static void requireLegal(String name, String value) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == ':' || c > '~') {
        throw GatewayFailure.configurationError("no name of a header: " + name);
      }
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        throw GatewayFailure.configurationError("control character in header " + name);
      }
    }
  }
}
