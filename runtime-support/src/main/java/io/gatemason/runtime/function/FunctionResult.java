package io.gatemason.runtime.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What came of an invocation.
 *
 * @param payload what the function returned, or the error object {@code {errorMessage, errorType,
 *     ...}} it ended with; empty after an asynchronous invocation
 * @param error "" if the function returned, else how it ended: "Handled" or "Unhandled"
 * @param response what the function returned as the response that it is; null where only the
 *     payload tells, and else the payload is empty
 * @param requestId the id that Lambda gave the invocation, "" if it did not run there
 */
public record FunctionResult(
    Payload payload, String error, @Nullable ProxyResult response, String requestId) {
  private static final int LOGGED_CHARACTERS = 1_000;

  /** What came of an invocation that ended with {@code payload}. */
  public FunctionResult(Payload payload, String error) {
    this(payload, error, null, "");
  }

  /** A proxy function returned {@code response}. */
  public static FunctionResult responded(ProxyResult response) {
    return new FunctionResult(Payload.empty(), "", response, "");
  }

  /** The function returned {@code payload}. */
  public static FunctionResult returned(byte[] payload) {
    return new FunctionResult(Payload.of(payload), "");
  }

  /** The function ended with the error object {@code payload}. */
  public static FunctionResult failed(byte[] payload) {
    return new FunctionResult(Payload.of(payload), "Unhandled");
  }

  /** The function will run, without anybody waiting for it. */
  public static FunctionResult started() {
    return new FunctionResult(Payload.empty(), "");
  }

  /** The same, with the id that Lambda gave the invocation. */
  public FunctionResult withRequestId(String id) {
    return new FunctionResult(payload, error, response, id);
  }

  /**
   * What the error that the function ended with is to the client of a proxy integration. Its
   * beginning is for the log, in one line: a function writes no lines of its own there.
   */
  public GatewayFailure failure() {
    String text = message(new String(payload.bytes(), StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder(LOGGED_CHARACTERS);
    text.chars()
        .limit(LOGGED_CHARACTERS)
        .forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return GatewayFailure.badGateway(
        "Lambda execution failed with status 200 due to customer function error: "
            + line
            + (requestId.isEmpty() ? "" : ". Lambda request id: " + requestId));
  }

  private static String message(String document) {
    try {
      JsonNode message = Json.read(document).path("errorMessage");
      return message.isTextual() ? message.asText() : document;
    } catch (JsonFormatException e) {
      return document;
    }
  }

  /** Whether the function ended with an error. */
  public boolean failed() {
    return !error.isEmpty();
  }
}
