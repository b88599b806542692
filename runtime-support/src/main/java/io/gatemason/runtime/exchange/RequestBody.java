package io.gatemason.runtime.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.BoundedStream;
import io.gatemason.runtime.payload.HeldBytes;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.ReceivedStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request: decoded, bounded, and not read before somebody asks. */
final class RequestBody {
  private static final byte[] NONE = {};

  private final ClientRequest request;
  private final int limit;
  private final String coding;
  private byte @Nullable [] bytes;
  private byte @Nullable [] sent;
  private InputStream received;
  private @Nullable BoundedStream stream;
  private @Nullable JsonNode json;

  RequestBody(ClientRequest request, int limit) {
    this(request, limit, coding(request.fields()));
  }

  private RequestBody(ClientRequest request, int limit, String coding) {
    this.request = request;
    this.limit = limit;
    this.coding = coding;
    this.received = new ReceivedStream(request.body());
  }

  /** The body of an HTTP API's request, whose coding is a matter of the backend. */
  static RequestBody asSent(ClientRequest request, int limit) {
    return new RequestBody(request, limit, "");
  }

  /** Fails if Content-Encoding names a coding that cannot be decoded. */
  void requireKnownCoding() {
    switch (coding) {
      case "", "identity", "gzip", "x-gzip", "deflate" -> {}
      default -> throw GatewayFailure.unsupportedContentEncoding("unknown coding " + coding);
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
    long sent = request.bodyLength();
    return sent > 0 && decoded() ? -1 : sent;
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

  /** The whole body before any decoding, as signatures cover it; read at the first call. */
  byte[] sentBytes() {
    if (!decoded()) {
      return bytes();
    }
    byte[] known = sent;
    if (known == null) {
      known = read(new BoundedStream(received, limit), -1);
      sent = known;
    }
    return known;
  }

  /**
   * The first bytes of the body before any decoding, at most so many; who reads the body later
   * reads them again. Nothing may have read it before.
   */
  byte[] prefix(int most) {
    if (bytes != null || stream != null || sent != null) {
      throw new IllegalStateException("the body has been read");
    }
    long told = request.bodyLength();
    if (told == 0) {
      return NONE;
    }
    MemoryBudget.hold(told > 0 ? Math.min(told, most) : most);
    try {
      byte[] first = received.readNBytes(most);
      received = new SequenceInputStream(new ByteArrayInputStream(first), received);
      return first;
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "request body: " + e.getMessage());
    }
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
        throw GatewayFailure.invalidJsonBody(String.valueOf(e.getMessage()));
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
    stream =
        new BoundedStream(decoder(sent == null ? received : new ByteArrayInputStream(sent)), limit);
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
    return read(stream(), length());
  }

  private static byte[] read(InputStream stream, long length) {
    try {
      return HeldBytes.read(stream, length);
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
      throw GatewayFailure.unsupportedContentEncoding("request body: " + e.getMessage());
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

  private static String coding(RequestFields fields) {
    String coding = fields.first("Content-Encoding");
    return coding == null ? "" : coding.trim().toLowerCase(Locale.ROOT);
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
