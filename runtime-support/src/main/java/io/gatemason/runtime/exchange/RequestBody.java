package io.gatemason.runtime.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.BoundedStream;
import io.gatemason.runtime.payload.HeldBytes;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.ReceivedStream;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request: decoded, bounded, and not read before somebody asks. */
final class RequestBody {
  private static final byte[] NONE = {};

  private final ServerRequest request;
  private final int limit;
  private final String coding;
  private byte @Nullable [] bytes;
  private final ReceivedStream received;
  private @Nullable BoundedStream stream;
  private @Nullable JsonNode json;

  RequestBody(ServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
    this.coding = coding(request.headers());
    this.received = new ReceivedStream(() -> content(request));
  }

  /** Fails if Content-Encoding names a coding that cannot be decoded. */
  void requireKnownCoding() {
    switch (coding) {
      case "", "identity", "gzip", "x-gzip", "deflate" -> {}
      default -> throw new ExchangeFailure(Reason.CONTENT_ENCODING, "unknown coding " + coding);
    }
  }

  /** Whether the request came encoded and is decoded here. */
  boolean decoded() {
    return !coding.isEmpty() && !coding.equals("identity");
  }

  /** Length after decoding if known before reading, else -1. */
  long length() {
    byte[] known = bytes;
    if (known != null) {
      return known.length;
    }
    Headers headers = request.headers();
    boolean none =
        headers.contains(HeaderNames.CONTENT_LENGTH)
            ? headers.contentLength().orElse(0) == 0
            : !request.content().hasEntity();
    if (none) {
      return 0;
    }
    if (decoded() || headers.contains(HeaderNames.TRANSFER_ENCODING)) {
      return -1;
    }
    return headers.contains(HeaderNames.CONTENT_LENGTH) ? headers.contentLength().orElse(0) : -1;
  }

  /** The whole body, read at the first call. */
  byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      known = length() == 0 ? NONE : readAll();
      bytes = known;
    }
    return known;
  }

  /** What the client still sends of the body, as it is on the wire; nothing if it is malformed. */
  InputStream unread() {
    return received.malformed() ? InputStream.nullInputStream() : received.source();
  }

  private static InputStream content(ServerRequest request) {
    return request.content().hasEntity()
        ? request.content().inputStream()
        : InputStream.nullInputStream();
  }

  /** The whole body as text. */
  String text() {
    byte[] utf8 = bytes();
    MemoryBudget.hold(utf8.length);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** The body as JSON; null if it does not look like JSON at all. A malformed one fails. */
  @Nullable JsonNode json() {
    if (json == null) {
      String text = text().strip();
      if (text.isEmpty() || "{['\"".indexOf(text.charAt(0)) < 0) {
        return null;
      }
      MemoryBudget.hold(JsonWeight.of(text));
      try {
        json = Json.read(text);
      } catch (JsonFormatException e) {
        throw new ExchangeFailure(Reason.REQUEST_BODY_NOT_JSON, String.valueOf(e.getMessage()));
      }
    }
    return json;
  }

  /** The body as a payload, read into memory if the {@code whole} is needed or known already. */
  Payload payload(boolean whole) {
    return whole || length() == 0 || bytes != null
        ? Payload.of(bytes())
        : Payload.of(stream(), length());
  }

  /** The body as a stream, at most once, and not together with {@link #bytes()}. */
  InputStream stream() {
    if (stream != null) {
      throw new IllegalStateException("the body has been given away as a stream");
    }
    stream = new BoundedStream(decoder(received), limit);
    return stream;
  }

  /**
   * Reads what is left of a body whose size or coding could not be judged by its headers, so that
   * an oversized or corrupt one fails although nothing has used it.
   */
  void judge() {
    if (length() == -1 && bytes == null && stream == null) {
      bytes();
    }
  }

  private byte[] readAll() {
    try {
      return HeldBytes.read(stream(), length());
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "request body: " + e.getMessage());
    }
  }

  private InputStream decoder(InputStream raw) {
    if (!decoded()) {
      return raw;
    }
    try {
      return coding.equals("deflate") ? inflater(raw) : new GZIPInputStream(raw);
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONTENT_ENCODING, "request body: " + e.getMessage());
    }
  }

  /** What is called deflate is the zlib format; some clients send the bare format all the same. */
  private static InputStream inflater(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean zlib = (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
    return zlib
        ? new InflaterInputStream(buffered)
        : new BareDeflateStream(buffered, new Inflater(true));
  }

  private static String coding(Headers headers) {
    return headers.contains(HeaderNames.CONTENT_ENCODING)
        ? headers.get(HeaderNames.CONTENT_ENCODING).get().trim().toLowerCase(Locale.ROOT)
        : "";
  }

  /** Releases its inflater when closed, which a stream does not do for one that it was given. */
  private static final class BareDeflateStream extends InflaterInputStream {
    BareDeflateStream(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
