package io.gatemason.runtime.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The aws integration of a function that runs on this machine: what the Invoke API of Lambda makes
 * of the mapped headers.
 */
public final class LocalInvocation {
  private LocalInvocation() {}

  /**
   * Invokes it.
   *
   * @throws GatewayFailure 500 for headers that Lambda refuses, or as the invoker does
   */
  public static InvokeReply send(
      FunctionInvoker invoker,
      Call call,
      LambdaFunction function,
      Payload payload,
      HeaderFields headers) {
    String mapped = headers.first("X-Amz-Invocation-Type");
    String type = mapped == null ? "RequestResponse" : mapped;
    FunctionCall invocation =
        FunctionCall.of(call, function, payload, type.equals("Event"))
            .withContext(clientContext(headers.first("X-Amz-Client-Context")));
    return switch (type) {
      case "RequestResponse" -> response(200, invoker.invoke(invocation));
      case "Event" -> response(202, invoker.invoke(invocation));
      case "DryRun" -> response(204, FunctionResult.started());
      default -> throw refused("InvalidParameterValueException");
    };
  }

  private static InvokeReply response(int status, FunctionResult result) {
    HeaderFields headers = new HeaderFields();
    headers.add("Content-Type", "application/json");
    if (result.failed()) {
      headers.add("X-Amz-Function-Error", result.error());
    }
    return new InvokeReply(status, headers, result.payload().bytes());
  }

  /** The JSON text that the header holds in base64, "" if there is none. */
  private static String clientContext(@Nullable String base64) {
    if (base64 == null || base64.isEmpty()) {
      return "";
    }
    try {
      String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      JsonNode context = Json.read(text);
      if (context.isObject()) {
        return context.toString();
      }
    } catch (IllegalArgumentException | JsonFormatException e) {
      throw refused("InvalidRequestContentException");
    }
    throw refused("InvalidRequestContentException");
  }

  private static GatewayFailure refused(String type) {
    return GatewayFailure.internalError(
        "Execution failed due to configuration error: Lambda invocation failed with status: 400 ("
            + type
            + ")");
  }
}
