package io.gatemason.runtime.function.host;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The errors that Lambda itself ends an invocation with, in its own words. */
final class RuntimeErrors {
  /** Largest event and largest result of a function, in bytes (Lambda quotas). */
  static final int PAYLOAD_BYTES = 6_291_556;

  private RuntimeErrors() {}

  /** An error object of the Runtime API. */
  static byte[] json(String type, String message) {
    String text =
        "{\"errorType\":" + Json.quote(type) + ",\"errorMessage\":" + Json.quote(message) + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static FunctionResult timedOut(String requestId, Duration limit) {
    String seconds = String.format(Locale.ROOT, "%.2f", limit.toMillis() / 1000.0);
    return failed("Sandbox.Timedout", requestId, "Task timed out after " + seconds + " seconds");
  }

  static FunctionResult exited(String requestId, int status) {
    String how =
        status == 0
            ? "Runtime exited without providing a reason"
            : "Runtime exited with error: exit status " + status;
    return failed("Runtime.ExitError", requestId, how);
  }

  static FunctionResult notStarted(String requestId, String reason) {
    return failed("Runtime.InvalidEntrypoint", requestId, reason);
  }

  static FunctionResult resultTooLarge() {
    return FunctionResult.failed(
        json(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size ("
                + PAYLOAD_BYTES
                + " bytes)."));
  }

  private static FunctionResult failed(String type, String requestId, String message) {
    return FunctionResult.failed(json(type, "RequestId: " + requestId + " Error: " + message));
  }

  /**
   * What Lambda would refuse is refused in its words (docs/behaviour/integrations.md#failures,
   * docs/behaviour/integrations.md#lambda).
   */
  static GatewayFailure refused(int status, String type) {
    return GatewayFailure.internalError(
        "Execution failed due to configuration error: Lambda invocation failed with status: "
            + status
            + " ("
            + type
            + ")");
  }
}
