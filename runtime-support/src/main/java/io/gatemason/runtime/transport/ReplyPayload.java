package io.gatemason.runtime.transport;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.Prefetch;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * The body of a backend's answer as the rest of the gateway reads it: what goes wrong is a gateway
 * response, and so is a body above the payload limit (docs/behaviour/bounds.md#sizes).
 */
public final class ReplyPayload extends InputStream {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private final InputStream body;
  private final long limit;
  private long total;

  private ReplyPayload(InputStream body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  /** A small body is read before this returns, so that its failures can still be answered. */
  public static Payload of(BackendReply reply, Limits limits) {
    int limit = limits.payloadBytes();
    if (reply.length() > limit) {
      throw tooLarge(limit);
    }
    try {
      Payload payload = Prefetch.of(new ReplyPayload(reply.body(), limit), reply.length());
      reply.countReadsOnly();
      return payload;
    } catch (BackendException e) {
      throw e.asFailure();
    } catch (IOException e) {
      throw GatewayFailure.integrationFailure(e.toString());
    }
  }

  /**
   * No body, but the length of the one that the answer has, or would have had to GET; -1 if the
   * backend does not tell.
   */
  public static Payload described(BackendReply reply, Limits limits) {
    if (reply.length() == 0) {
      of(reply, limits); // To its end, which gives the connection back.
    }
    HeaderFields headers = reply.headers();
    String declared = headers.first("Content-Length");
    boolean told =
        declared != null
            && DIGITS.matcher(declared).matches()
            && !headers.contains("Transfer-Encoding");
    return Payload.of(InputStream.nullInputStream(), told ? Long.parseLong(declared) : -1);
  }

  /** A body of any size, nothing of it read. */
  public static Payload unlimited(BackendReply reply) {
    reply.stream();
    return Payload.of(new ReplyPayload(reply.body(), Long.MAX_VALUE), reply.length());
  }

  /** The whole body in memory. */
  public static byte[] bytes(BackendReply reply, Limits limits) {
    return of(reply, limits).bytes();
  }

  private static GatewayFailure tooLarge(long limit) {
    return GatewayFailure.configurationError(
        "The integration response is larger than the allowed maximum of " + limit + " bytes");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    try {
      int read = body.read(bytes, offset, count);
      total += Math.max(read, 0);
      if (total > limit) {
        throw tooLarge(limit);
      }
      return read;
    } catch (BackendException e) {
      throw e.asFailure();
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
