package io.gatemason.runtime.exchange;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.payload.Payload;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one response: identifiers, compression, and what HEAD and bodiless statuses demand. */
final class Responder {
  private static final byte[] NONE = {};
  private static final int CHUNK = 16_384;
  private static final int SINGLE_WRITE = 65_536;

  private final ServerRequest request;
  private final ServerResponse response;
  private int status;
  private boolean last;

  Responder(ServerRequest request, ServerResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Status of the response, 0 before one is known. */
  int status() {
    return status;
  }

  /** The answer is the last one of its connection, where connections carry one at a time. */
  void last() {
    last = !request.prologue().protocolVersion().startsWith("2");
  }

  /** Forgets the headers of an answer that failed while it was made. */
  void clear() {
    response.headers().clear();
  }

  void set(HeaderName name, List<String> values) {
    if (values.size() == 1) {
      set(name, values.getFirst());
      return;
    }
    values.forEach(value -> requireLegal(name, value));
    response.header(HeaderValues.create(name, values));
  }

  void set(HeaderName name, String value) {
    response.header(header(name, value));
  }

  void set(Header header) {
    response.header(header);
  }

  void add(HeaderName name, String value) {
    response.headers().add(header(name, value));
  }

  /** A single value beyond ASCII is written in UTF-8, where Helidon would write question marks. */
  private static Header header(HeaderName name, String value) {
    requireLegal(name, value);
    return isAscii(value)
        ? HeaderValues.create(name, value)
        : HeaderValues.createCached(name, false, false, value);
  }

  /** All headers that are set. */
  List<Header> headers() {
    return response.headers().stream().toList();
  }

  boolean has(HeaderName name) {
    return response.headers().contains(name);
  }

  /** Whether the client asked for the head of the response alone. */
  boolean headOnly() {
    return Method.HEAD.equals(request.prologue().method());
  }

  /** Sends a body from memory; {@code threshold} as in {@link #send(int, Payload, int)}. */
  void send(int code, byte[] body, int threshold) {
    begin(code);
    String coding = body.length < threshold ? null : coding(threshold);
    byte[] bytes = coding == null ? body : compressed(body, coding);
    if (headOnly()) {
      sendHead(bytes.length);
    } else {
      response.send(bodiless(code) ? NONE : bytes);
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
      sendHead(payload.length());
    } else if (payload.buffered() || bodiless(code)) {
      send(code, bodiless(code) ? NONE : payload.bytes(), threshold);
    } else {
      sendStream(code, payload, threshold);
    }
  }

  /** Sends status and headers, then a payload of any size as it comes. */
  void stream(int code, Payload payload, ClientLine client) {
    if (headOnly() || bodiless(code)) {
      send(code, payload, -1);
      return;
    }
    try (InputStream in = payload.stream()) {
      begin(code);
      declare(payload.length());
      copy(NONE, in, client.begin(response), payload.length());
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "response: " + e.getMessage());
    }
  }

  private void begin(int code) {
    if (code < 200) {
      throw new ExchangeFailure(
          Reason.INTERIM_STATUS, "status " + code + " is not that of an answer");
    }
    status = code;
    response.status(Status.create(code));
    if (last) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
  }

  private void declare(long length) {
    if (length >= 0) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, length));
    }
  }

  private void sendHead(long length) {
    declare(length);
    response.send();
  }

  private void sendStream(int code, Payload payload, int threshold) {
    try (InputStream in = payload.stream()) {
      long length = payload.length();
      if (length >= 0 && length <= SINGLE_WRITE) {
        send(code, readBefore(in, (int) length, length), threshold);
        return;
      }
      byte[] first = threshold > 0 ? readBefore(in, threshold, length) : readSome(in);
      String coding = first.length < Math.max(threshold, 0) ? null : coding(threshold);
      begin(code);
      declare(coding == null ? length : -1);
      copy(first, in, encoder(response.outputStream(), coding), length);
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "response: " + e.getMessage());
    }
  }

  /** Reads while a failure of the backend can still become a gateway response. */
  private static byte[] readBefore(InputStream in, int atMost, long declared) {
    try {
      byte[] bytes = in.readNBytes(atMost);
      if (declared >= 0 && bytes.length < Math.min(atMost, declared)) {
        throw new ExchangeFailure(Reason.BACKEND_PAYLOAD, "payload shorter than declared");
      }
      return bytes;
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.BACKEND_PAYLOAD, "payload: " + e.getMessage());
    }
  }

  private static byte[] readSome(InputStream in) {
    try {
      byte[] buffer = new byte[CHUNK];
      int count = in.read(buffer);
      return Arrays.copyOf(buffer, Math.max(count, 0));
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.BACKEND_PAYLOAD, "payload: " + e.getMessage());
    }
  }

  private static void copy(byte[] first, InputStream in, OutputStream body, long declared)
      throws IOException {
    try (OutputStream out = body) {
      byte[] buffer = first;
      long count = 0;
      for (int read = first.length; read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        count += read;
        if (in.available() == 0) {
          out.flush();
        }
        buffer = buffer == first ? new byte[CHUNK] : buffer;
      }
      if (declared >= 0 && count < declared) {
        throw new IOException("payload shorter than declared");
      }
    }
  }

  /** The coding of this response, its header set; null for none. */
  private @Nullable String coding(int threshold) {
    if (threshold < 0 || has(HeaderNames.CONTENT_ENCODING)) {
      return null;
    }
    String coding = ResponseCompression.choose(request.headers());
    if (coding != null) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, coding));
    }
    return coding;
  }

  private static OutputStream encoder(OutputStream out, @Nullable String coding)
      throws IOException {
    if (coding == null) {
      return out;
    }
    return coding.equals("gzip")
        ? new GZIPOutputStream(out, 512, true)
        : new DeflaterOutputStream(out, true);
  }

  private static byte[] compressed(byte[] body, String coding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2 + 64);
    try (OutputStream out = encoder(bytes, coding)) {
      out.write(body);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static boolean bodiless(int code) {
    return code == 204 || code == 205 || code == 304;
  }

  private static void requireLegal(HeaderName name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        throw new ExchangeFailure(
            Reason.ILLEGAL_HEADER, "control character in header " + name.defaultCase());
      }
    }
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
