package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The content handling tables of the managed service: what becomes of a payload on its way to the
 * integration and back, by binary media types, Content-Type, Accept and contentHandling.
 */
public final class PayloadConversion {
  /** How much of a text is looked at before it is streamed. */
  private static final int BEGIN = 65_536;

  private PayloadConversion() {}

  /** Request direction. Bytes that stay bytes are streamed, and so is long text. */
  public static Payload request(Payload body, boolean binary, @Nullable ContentHandling handling) {
    if (binary) {
      return handling == ContentHandling.CONVERT_TO_TEXT ? encoded(body) : body;
    }
    return handling == ContentHandling.CONVERT_TO_BINARY ? decoded(body) : text(body);
  }

  /**
   * Response direction.
   *
   * @param binaryTypes whether the API has binary media types at all
   * @param binary whether the payload is of such a type
   * @param accepted whether the first media type of Accept is
   */
  public static Payload response(
      Payload payload,
      boolean binaryTypes,
      boolean binary,
      boolean accepted,
      @Nullable ContentHandling handling) {
    if (!binaryTypes || !binary) {
      boolean decode =
          handling == ContentHandling.CONVERT_TO_BINARY
              || (handling == null && binaryTypes && accepted);
      return decode ? decoded(Payload.of(unquoted(payload.bytes()))) : streamedText(payload);
    }
    boolean bytes = handling == ContentHandling.CONVERT_TO_BINARY || (handling == null && accepted);
    return bytes ? payload : encoded(payload);
  }

  /**
   * A backend is told the length that the client told, which repairs would change; so text is
   * streamed if it begins without a need of them.
   */
  private static Payload text(Payload payload) {
    if (payload.buffered() || payload.length() < 0) {
      return streamedText(payload);
    }
    InputStream stream = payload.stream();
    byte[] begin = read(stream, BEGIN);
    if (payload.length() <= BEGIN) {
      return Payload.of(Utf8.repaired(begin));
    }
    Payload text =
        Payload.ofText(
            new SequenceInputStream(new ByteArrayInputStream(begin), stream), payload.length());
    return Utf8.begins(begin) ? text : Payload.of(text.bytes());
  }

  private static byte[] read(InputStream stream, int atMost) {
    try {
      return stream.readNBytes(atMost);
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "request body: " + e.getMessage());
    }
  }

  private static Payload streamedText(Payload payload) {
    return payload.buffered()
        ? Payload.of(Utf8.repaired(payload.bytes()))
        : Payload.of(Utf8.repaired(payload.stream()), -1);
  }

  private static Payload encoded(Payload payload) {
    long length = Base64Stream.length(payload.length());
    if (!payload.buffered()) {
      return Payload.of(new Base64Stream(payload.stream()), length);
    }
    MemoryBudget.hold(length);
    return Payload.of(Base64.getEncoder().encode(payload.bytes()));
  }

  /** A function returns JSON, so its Base64 is a JSON text. */
  private static byte[] unquoted(byte[] text) {
    if (text.length == 0 || text[0] != '"') {
      return text;
    }
    MemoryBudget.hold(3L * text.length);
    try {
      return Json.read(text).asText().getBytes(StandardCharsets.US_ASCII);
    } catch (JsonFormatException e) {
      throw notBase64();
    }
  }

  private static Payload decoded(Payload payload) {
    byte[] text = payload.bytes();
    MemoryBudget.hold(text.length);
    try {
      return Payload.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw notBase64();
    }
  }

  private static GatewayFailure notBase64() {
    return GatewayFailure.configurationError("Unable to base64 decode the body.");
  }
}
