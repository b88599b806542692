package io.gatemason.runtime.exchange;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import java.util.List;

/**
 * A gateway response in the making. It starts as the built-in one; customisation replaces parts of
 * it. The header x-amzn-ErrorType stays in any case.
 */
public final class GatewayAnswer {
  private static final String JSON = "application/json";

  private final Exchange exchange;
  private final GatewayFailure failure;
  private final MethodAnswer answer;
  private int status;

  private GatewayAnswer(Exchange exchange, GatewayFailure failure) {
    this.exchange = exchange;
    this.failure = failure;
    this.status = failure.status();
    exchange.record().integrationIsOver();
    tell(exchange.log());
    this.answer =
        exchange.gatewayAnswer(
            failure.status(),
            new ErrorDetails(failure.type().name(), failure.text(), failure.validationError()));
    exchange.integrationFailed(failure);
    answer.header("x-amzn-ErrorType", failure.errorType());
    answer.body(JSON, builtInBody());
  }

  /** The built-in gateway response of {@code failure}. */
  public static GatewayAnswer of(Exchange exchange, GatewayFailure failure) {
    return new GatewayAnswer(exchange, failure);
  }

  /** The type that occurred, never a DEFAULT one unless the failure has no type of its own. */
  public GatewayResponseType type() {
    return failure.type();
  }

  /** Whether DEFAULT_4XX is the fallback of the type. */
  public boolean clientError() {
    return failure.type().clientError();
  }

  /** Whether DEFAULT_5XX is the fallback of the type. */
  public boolean serverError() {
    return !clientError();
  }

  /** Replaces the status. */
  public GatewayAnswer status(int status) {
    this.status = status;
    answer.status(status);
    return this;
  }

  /** Sets a header to these values; an empty list sets nothing. */
  public GatewayAnswer header(String name, List<String> values) {
    answer.header(name, values);
    return this;
  }

  /** Sets a header to one value. */
  public GatewayAnswer header(String name, String value) {
    answer.header(name, value);
    return this;
  }

  /** Replaces the body and its media type. */
  public GatewayAnswer body(String mediaType, String text) {
    answer.body(mediaType, text);
    return this;
  }

  /** The error text as a JSON string with its quotes, "null" if the error has none. */
  public String messageString() {
    String text = failure.text();
    return text == null ? "null" : Json.quote(text);
  }

  /** The error text, "" if the error has none. */
  public String message() {
    String text = failure.text();
    return text == null ? "" : text;
  }

  /**
   * The template to use, by its media type: the one that Accept asks for, else application/json if
   * it is among them, else the first.
   */
  public String choose(String... mediaTypes) {
    String accepted = exchange.acceptType();
    String chosen = mediaTypes[0];
    for (String mediaType : mediaTypes) {
      if (mediaType.equalsIgnoreCase(accepted)) {
        return mediaType;
      }
      if (mediaType.equals(JSON)) {
        chosen = mediaType;
      }
    }
    return chosen;
  }

  /** The value as it may stand between the quotes of a JSON string, "" if it is missing. */
  public static String jsonEscaped(List<String> values) {
    return values.isEmpty() ? "" : Json.escape(values.getFirst());
  }

  /** Sends the response. */
  public void send() {
    exchange
        .log()
        .before(
            Detail.EVENT,
            () -> "Gateway response type: " + failure.type() + " with status code: " + status);
    answer.send();
  }

  private void tell(ExecutionLog log) {
    if (!log.wants(Detail.ERROR)) {
      return;
    }
    if (failure.executing()) {
      log.write(Detail.ERROR, failure.validationError() == null ? reason() : modelBroken());
    } else {
      if (failure.type() == GatewayResponseType.UNAUTHORIZED) {
        log.aside(Detail.ERROR, "Unauthorized request: " + exchange.ids().requestId());
      }
      log.aside(Detail.ERROR, reason());
    }
  }

  private String reason() {
    return String.valueOf(failure.getMessage());
  }

  private String modelBroken() {
    return failure.type() == GatewayResponseType.BAD_REQUEST_BODY
        ? "Request body does not match model schema for content type "
            + exchange.contentType()
            + ": "
            + failure.validationError()
        : reason();
  }

  private String builtInBody() {
    String key = failure.type() == GatewayResponseType.ACCESS_DENIED ? "Message" : "message";
    return "{\"" + key + (failure.executing() ? "\": " : "\":") + messageString() + "}";
  }
}
