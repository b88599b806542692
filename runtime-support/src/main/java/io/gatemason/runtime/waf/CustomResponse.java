package io.gatemason.runtime.waf;

import io.gatemason.runtime.exchange.ErrorDetails;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodAnswer;
import io.gatemason.runtime.failure.GatewayResponseType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a web ACL itself says to a request that it blocks; gateway responses of the API have no
 * effect on it (docs/behaviour/web-acls.md#custom-responses). Immutable.
 */
public final class CustomResponse {
  private static final byte[] NONE = {};

  private final int status;
  private final Map<String, String> headers;
  private final String mediaType;
  private final byte[] body;

  private CustomResponse(int status, Map<String, String> headers, String mediaType, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.mediaType = mediaType;
    this.body = body;
  }

  /** A response with that status and nothing else. */
  public static CustomResponse of(int status) {
    return new CustomResponse(status, Map.of(), "", NONE);
  }

  /** The response with a header more. */
  public CustomResponse header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new CustomResponse(status, more, mediaType, body);
  }

  /** The response with a body. */
  public CustomResponse body(String type, String text) {
    return new CustomResponse(status, headers, type, text.getBytes(StandardCharsets.UTF_8));
  }

  int status() {
    return status;
  }

  /** Answers a request. */
  void send(Exchange exchange) {
    GatewayResponseType type = GatewayResponseType.WAF_FILTERED;
    MethodAnswer answer =
        exchange.gatewayAnswer(status, new ErrorDetails(type.name(), "Forbidden", null));
    headers.forEach(answer::header);
    answer.body(mediaType, body).send();
  }
}
