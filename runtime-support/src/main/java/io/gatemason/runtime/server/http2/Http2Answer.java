package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.server.wire.ClientGoneException;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.http.http2.Http2Exception;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;

/**
 * The answer to a request over HTTP/2, framed by Helidon and written under deadlines: in pieces, so
 * that a client which takes it too slowly is noticed.
 */
final class Http2Answer implements ClientAnswer {
  private static final int PIECE = 16_384;

  private final ServerResponse response;
  private final Http2Stream stream;
  private final boolean headAlone;
  private final Runnable standIns;
  private final Pace pace;
  private volatile boolean begun;

  /**
   * @param headAlone whether the client wants no body, whatever is sent
   * @param standIns told if there are {@linkplain StandIns stand-ins} in the head
   */
  Http2Answer(ServerResponse response, Http2Stream stream, boolean headAlone, Runnable standIns) {
    this.response = response;
    this.headAlone = headAlone;
    this.standIns = standIns;
    this.stream = stream;
    this.pace = stream.pace();
  }

  @Override
  public void last() {
    // Each answer has a stream of its own.
  }

  @Override
  public boolean begun() {
    return begun;
  }

  @Override
  public void send(int status, AnswerFields fields, byte[] body) {
    if (headAlone || bodiless(status)) {
      sendHead(status, fields, body.length);
      return;
    }
    if (body.length > PIECE) {
      try (OutputStream out = stream(status, fields, body.length, false)) {
        out.write(body);
      } catch (IOException e) {
        throw new ClientGoneException(e);
      }
      return;
    }
    begin(status, fields);
    write(body.length, () -> response.send(body));
  }

  @Override
  public void sendHead(int status, AnswerFields fields, long length) {
    begin(status, fields);
    if (status == Status.RESET_CONTENT_205.code()) {
      write(0, response::send);
    } else if (length >= 0 && !bodiless(status)) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, length));
      write(0, response::send);
    } else {
      // Helidon would say that there is a body of no length (RFC 9110 §8.6).
      write(0, () -> HeadFirst.send(response));
    }
  }

  /** Sends what Helidon still has of the answer, and its end. */
  void finish() {
    if (response instanceof RoutingResponse routed) {
      write(0, routed::commit);
    }
  }

  /** Writes so many bytes, and perhaps some that were kept back, under a deadline. */
  private <E extends Exception> void write(int bytes, Write<E> write) throws E {
    long start = stream.begin(Wait.WRITE, pace, bytes);
    try {
      write.run();
    } catch (IllegalStateException | Http2Exception e) {
      throw new ClientGoneException(e);
    } finally {
      stream.end(pace, start, bytes);
    }
  }

  /** What may wait for the client. */
  private interface Write<E extends Exception> {
    void run() throws E;
  }

  @Override
  public OutputStream stream(int status, AnswerFields fields, long length, boolean atOnce) {
    begin(status, fields);
    if (length >= 0) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, length));
    }
    if (atOnce) {
      stream.unbounded();
    }
    return new Pieces(atOnce ? HeadFirst.send(response) : response.outputStream(), length);
  }

  private void begin(int status, AnswerFields fields) {
    if (begun) {
      throw new IllegalStateException("the request has been answered");
    }
    begun = true;
    response.status(Status.create(status));
    boolean usual = true;
    for (int i = 0; i < fields.count() && usual; i++) {
      usual = !StandIns.needed(fields.name(i)) && !StandIns.needed(fields.value(i));
    }
    if (!usual) {
      standIns.run();
    }
    WritableHeaders<?> headers = response.headers();
    for (int i = 0; i < fields.count(); i++) {
      HeaderName name = HeaderNames.create(usual ? fields.name(i) : standIn(fields.name(i)));
      String value = usual ? fields.value(i) : StandIns.of(fields.value(i));
      if (!forbidden(name.lowerCase())) {
        // Helidon may refer to a field later unless it changes; it knows the stand-in only.
        headers.add(HeaderValues.createCached(name, !usual, false, value));
      }
    }
  }

  private static String standIn(String name) {
    return StandIns.of(name.toLowerCase(Locale.ROOT));
  }

  /** Fields that belong to a connection have no place in HTTP/2 (RFC 9113 §8.2.2). */
  private static boolean forbidden(String name) {
    return switch (name) {
      case "connection",
          "content-length",
          "keep-alive",
          "proxy-connection",
          "transfer-encoding",
          "upgrade" ->
          true;
      default -> false;
    };
  }

  private static boolean bodiless(int status) {
    return status == 204 || status == 205 || status == 304;
  }

  /** A body in pieces, each under a deadline. */
  private final class Pieces extends OutputStream {
    private final OutputStream out;
    private long left;

    Pieces(OutputStream out, long length) {
      this.out = out;
      this.left = length;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      left -= left >= 0 ? length : 0;
      for (int done = 0; done < length; done += PIECE) {
        int piece = Math.min(PIECE, length - done);
        int from = offset + done;
        Http2Answer.this.write(piece, () -> out.write(bytes, from, piece));
      }
    }

    @Override
    public void flush() throws IOException {
      Http2Answer.this.write(0, out::flush);
    }

    @Override
    public void close() throws IOException {
      if (left > 0) {
        throw new IOException("the answer is shorter than declared");
      }
      Http2Answer.this.write(0, out::close);
    }
  }
}
