package io.gatemason.runtime.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Payload;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.integration.lambda.FunctionCall;
import io.gatemason.runtime.integration.lambda.FunctionInvoker;
import io.gatemason.runtime.integration.lambda.FunctionResult;
import io.gatemason.runtime.integration.lambda.LambdaFunction;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The aws integration of a function that runs on this machine: what the Invoke API of Lambda makes
 * of the mapped headers.
 */
final class LocalInvocation {
  private LocalInvocation() {}

  /**
   * Invokes it.
   *
   * @throws GatewayFailure 500 for headers that Lambda refuses, or as the invoker does
   */
  static IntegrationResponse send(
      FunctionInvoker invoker,
      Exchange exchange,
      LambdaFunction function,
      Payload payload,
      HeaderFields headers) {
    String mapped = headers.first("X-Amz-Invocation-Type");
    String type = mapped == null ? "RequestResponse" : mapped;
    FunctionCall call =
        FunctionCall.of(exchange, function, payload, type.equals("Event"))
            .withContext(clientContext(headers.first("X-Amz-Client-Context")));
    return switch (type) {
      case "RequestResponse" -> response(200, invoker.invoke(call));
      case "Event" -> response(202, invoker.invoke(call));
      case "DryRun" -> response(204, FunctionResult.started());
      default -> throw refused("InvalidParameterValueException");
    };
  }

  private static IntegrationResponse response(int status, FunctionResult result) {
    HeaderFields headers = new HeaderFields();
    headers.add("Content-Type", "application/json");
    if (result.failed()) {
      headers.add("X-Amz-Function-Error", result.error());
    }
    return new IntegrationResponse(status, headers, result.payload().bytes());
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
