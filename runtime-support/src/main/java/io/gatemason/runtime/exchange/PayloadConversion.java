package io.gatemason.runtime.exchange;

import io.gatemason.runtime.exchange.ExchangeFailure.Reason;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The content handling tables of the managed service: what becomes of a payload on its way to the
 * integration and back, by binary media types, Content-Type, Accept and contentHandling.
 */
final class PayloadConversion {

  private PayloadConversion() {}

  /** Request direction. Bytes that stay bytes are streamed, text of unknown length is too. */
  static Payload request(Payload body, boolean binary, @Nullable ContentHandling handling) {
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
  static Payload response(
      Payload payload,
      boolean binaryTypes,
      boolean binary,
      boolean accepted,
      @Nullable ContentHandling handling) {
    if (!binaryTypes || !binary) {
      boolean decode =
          handling == ContentHandling.CONVERT_TO_BINARY
              || (handling == null && binaryTypes && accepted);
      return decode ? decoded(payload) : streamedText(payload);
    }
    boolean bytes = handling == ContentHandling.CONVERT_TO_BINARY || (handling == null && accepted);
    return bytes ? payload : encoded(payload);
  }

  /** A backend is told the length that the client told, which repairs may change. */
  private static Payload text(Payload payload) {
    return payload.length() < 0
        ? streamedText(payload)
        : Payload.of(Utf8.repaired(payload.bytes()));
  }

  private static Payload streamedText(Payload payload) {
    return payload.buffered()
        ? Payload.of(Utf8.repaired(payload.bytes()))
        : Payload.of(Utf8.repaired(payload.stream()), -1);
  }

  private static Payload encoded(Payload payload) {
    return Payload.of(Base64.getEncoder().encode(payload.bytes()));
  }

  private static Payload decoded(Payload payload) {
    try {
      return Payload.of(Base64.getDecoder().decode(payload.bytes()));
    } catch (IllegalArgumentException e) {
      throw new ExchangeFailure(Reason.NOT_BASE64, "Unable to base64 decode the body.");
    }
  }
}
