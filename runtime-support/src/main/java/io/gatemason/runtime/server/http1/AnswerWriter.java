package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.Upgraded;
import io.gatemason.runtime.server.wire.ClientOutput;
import io.gatemason.runtime.server.wire.Pace;
import io.helidon.http.Status;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request over HTTP/1 (RFC 9112 §4, §6). A whole answer goes in one write. What has
 * no length is chunked, or ends with the connection for a client that speaks HTTP/1.0.
 */
public final class AnswerWriter implements ClientAnswer {
  private static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");
  private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
  private static final byte[] CLOSE = ascii("Connection: close\r\n");
  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[][] STATUS_LINES = new byte[600][];

  private final Conversation conversation;
  private final ClientOutput output;
  private final Pace pace;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable AnswerStream stream;
  private @Nullable Upgraded upgraded;
  private volatile boolean last;
  private volatile boolean ended;

  public AnswerWriter(Conversation conversation, ClientOutput output) {
    this.conversation = conversation;
    this.output = output;
    this.pace = conversation.pace();
  }

  @Override
  public void last() {
    last = true;
  }

  @Override
  public boolean begun() {
    return begun.get();
  }

  /** Takes the answer away from whoever would give it; false if one has begun. */
  public boolean claim() {
    return begun.compareAndSet(false, true);
  }

  /** Whether an answer was sent to its end, and the client knows that requests may follow. */
  public boolean keepsAlive() {
    AnswerStream streamed = stream;
    return !last && (streamed == null ? ended : streamed.ended());
  }

  public void sendContinue() {
    output.put(CONTINUE);
    output.flush(pace);
  }

  @Override
  public void send(int status, AnswerFields fields, byte[] body) {
    boolean bodiless = bodiless(status);
    boolean headAlone = bodiless || conversation.method().equals("HEAD");
    begin(status, fields);
    if (!bodiless || status == Status.RESET_CONTENT_205.code()) {
      contentLength(bodiless ? 0 : body.length);
    }
    output.put(LINE_END);
    output.flush(body, 0, headAlone ? 0 : body.length, pace);
    ended = true;
  }

  @Override
  public void sendHead(int status, AnswerFields fields, long length) {
    begin(status, fields);
    if (length >= 0 && !bodiless(status)) {
      contentLength(length);
    }
    output.put(LINE_END);
    output.flush(pace);
    ended = true;
  }

  @Override
  public OutputStream stream(int status, AnswerFields fields, long length, boolean atOnce) {
    boolean chunked = length < 0 && conversation.minor() > 0;
    last |= length < 0 && !chunked;
    begin(status, fields);
    if (length >= 0) {
      contentLength(length);
    } else if (chunked) {
      output.put(CHUNKED);
    }
    output.put(LINE_END);
    // What is sent as it comes has no bound as a whole: its end is its source's business.
    Pace paced = atOnce ? new Pace(conversation.limits()) : pace;
    if (atOnce) {
      output.flush(paced);
    }
    AnswerStream begunStream = new AnswerStream(output, paced, chunked, length);
    stream = begunStream;
    return begunStream;
  }

  @Override
  public void upgrade(AnswerFields fields, Upgraded spoken) {
    if (!conversation.asksForUpgrade()) {
      throw new IllegalStateException("nobody asked for an upgrade to " + spoken.protocol());
    }
    String agreement = "Upgrade: " + spoken.protocol() + "\r\nConnection: Upgrade\r\n";
    begin(Status.SWITCHING_PROTOCOLS_101.code(), fields, ascii(agreement));
    output.put(LINE_END);
    output.flush(pace);
    upgraded = spoken;
  }

  /** What the connection speaks after this answer, null if it is HTTP. */
  public @Nullable Upgraded upgraded() {
    return upgraded;
  }

  private void begin(int status, AnswerFields fields) {
    last |= !conversation.keepsAlive();
    begin(status, fields, last ? CLOSE : KEEP_ALIVE);
  }

  private void begin(int status, AnswerFields fields, byte[] connection) {
    if (!claim()) {
      throw new IllegalStateException("the request has been answered");
    }
    output.put(statusLine(status));
    if (!fields.has("Date")) {
      output.put(conversation.date());
    }
    output.put(connection);
    for (int i = 0; i < fields.count(); i++) {
      if (!framing(fields.name(i))) {
        output.put(fields.name(i));
        output.put(": ");
        output.put(fields.value(i));
        output.put(LINE_END);
      }
    }
  }

  private void contentLength(long length) {
    output.put(CONTENT_LENGTH);
    output.put(length);
    output.put(LINE_END);
  }

  private static boolean framing(String name) {
    return switch (name.length()) {
      case 10 -> name.equalsIgnoreCase("connection");
      case 14 -> name.equalsIgnoreCase("content-length");
      case 17 -> name.equalsIgnoreCase("transfer-encoding");
      default -> false;
    };
  }

  private static boolean bodiless(int status) {
    return status == 204 || status == 205 || status == 304;
  }

  private static byte[] statusLine(int status) {
    boolean usual = status < STATUS_LINES.length;
    byte[] line = usual ? STATUS_LINES[status] : null;
    if (line == null) {
      String reason = Status.create(status).reasonPhrase();
      line = ascii("HTTP/1.1 " + status + " " + (reason == null ? "" : reason) + "\r\n");
      if (usual) {
        STATUS_LINES[status] = line;
      }
    }
    return line;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
