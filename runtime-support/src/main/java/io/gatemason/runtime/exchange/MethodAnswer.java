package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.MediaTypes;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadConversion;
import io.gatemason.runtime.payload.PayloadSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the gateway composes itself: of a non-proxy integration, or a gateway response. It
 * has the headers that are set here, Content-Type and the request's identifiers, and no others.
 */
public final class MethodAnswer {
  private static final byte[] NO_BODY = {};
  private static final String CONTENT_TYPE = "Content-Type";

  private final Exchange exchange;
  private final Responder responder;
  private final boolean integration;
  private int status;
  private String mediaType = MediaTypes.JSON;
  private byte[] body = NO_BODY;
  private @Nullable PayloadSource source;
  private @Nullable ContentHandling contentHandling;

  MethodAnswer(Exchange exchange, Responder responder, int status) {
    this(exchange, responder, status, true);
  }

  MethodAnswer(Exchange exchange, Responder responder, int status, boolean integration) {
    this.exchange = exchange;
    this.responder = responder;
    this.status = status;
    this.integration = integration;
  }

  private @Nullable String outward(String name) {
    return integration
        ? ResponseHeaderRules.outward(name)
        : ResponseHeaderRules.outwardOfGateway(name);
  }

  /** Replaces the status. */
  public MethodAnswer status(int code) {
    status = code;
    return this;
  }

  /**
   * Sets a header to these values, several as a repeated header; an empty list sets nothing. Names
   * that belong to the gateway are renamed to {@code x-amzn-remapped-...} or dropped. A value with
   * a control character ends the exchange with 500.
   */
  public MethodAnswer header(String name, List<String> values) {
    String outward = values.isEmpty() ? null : outward(name);
    if (outward != null) {
      responder.set(outward, values);
    }
    return this;
  }

  /** Sets a header to one value; otherwise as {@link #header(String, List)}. */
  public MethodAnswer header(String name, String value) {
    String outward = outward(name);
    if (outward != null) {
      responder.set(outward, value);
    }
    return this;
  }

  /** The content handling of the integration response. */
  public MethodAnswer contentHandling(ContentHandling handling) {
    contentHandling = handling;
    return this;
  }

  /** Sets the result of a template, sent as UTF-8, and the media type the template is for. */
  public MethodAnswer body(String type, String text) {
    return body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets a constant result of a template in UTF-8, not copied; "" for no media type. */
  public MethodAnswer body(String type, byte[] utf8) {
    mediaType = type;
    body = utf8;
    source = null;
    return this;
  }

  /** Passes the payload of the integration response on, after content handling. */
  public MethodAnswer passBody(PayloadSource response) {
    source = response;
    return this;
  }

  /**
   * Fails if a response template would have to read bytes that are not text: content handling
   * converts the payload to bytes, or does not convert it to text although it is of a binary media
   * type or the client accepts one (docs/behaviour/responses.md#binary-templates).
   */
  public MethodAnswer requireText(PayloadSource response) {
    BinaryMediaTypes types = exchange.api().binaryMediaTypes();
    boolean bytes =
        contentHandling == null
            ? types.cover(MediaTypes.first(response.contentType())) || exchange.binaryAccepted()
            : contentHandling == ContentHandling.CONVERT_TO_BINARY;
    if (bytes) {
      throw GatewayFailure.configurationError("Unable to transform response");
    }
    return this;
  }

  /**
   * Text that a response template reads: the payload, in base64 where content handling makes text
   * of bytes.
   */
  public String templateText(PayloadSource response) {
    boolean binary =
        exchange.api().binaryMediaTypes().cover(MediaTypes.first(response.contentType()));
    byte[] bytes = response.payload().bytes();
    MemoryBudget.hold(bytes.length);
    return binary
        ? Base64.getEncoder().encodeToString(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Replaces status and headers by what a mapping template overrides
   * (docs/behaviour/mapping.md#overrides); called after everything was mapped.
   */
  public MethodAnswer override(OptionalInt code, Map<String, List<String>> headers) {
    headers.forEach(this::header);
    status = code.orElse(status);
    return this;
  }

  /** Sends the answer. */
  public void send() {
    if (integration) {
      exchange.judgeBody();
    }
    if (!mediaType.isEmpty() && !responder.has(CONTENT_TYPE)) {
      responder.set(CONTENT_TYPE, mediaType);
    }
    PayloadSource passed = source;
    Payload payload = passed == null ? Payload.of(body) : converted(passed);
    Payload sent = integration ? exchange.door().pass(status, payload) : payload;
    String traceId = exchange.returnedTraceId();
    if (traceId != null) {
      responder.set(TraceHeader.NAME, traceId);
    }
    if (integration) {
      exchange.door().tell(sent);
    } else {
      exchange.door().tellGatewayResponse(sent);
    }
    responder.set(exchange.ids());
    int threshold = integration ? exchange.api().minimumCompressionSize() : -1;
    responder.send(status, sent, threshold);
  }

  private Payload converted(PayloadSource passed) {
    BinaryMediaTypes types = exchange.api().binaryMediaTypes();
    return PayloadConversion.response(
        passed.payload(),
        !types.isEmpty(),
        types.cover(MediaTypes.first(passed.contentType())),
        types.cover(exchange.acceptType()),
        contentHandling);
  }
}
