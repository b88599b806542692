package io.gatemason.runtime.function.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The error objects that invocations end with, as Lambda's Java runtime writes them. */
final class FunctionErrors {
  /** Frames from here on are the gateway's, and none of the function's business. */
  private static final String OWN_PACKAGE = FunctionErrors.class.getPackageName() + ".";

  private FunctionErrors() {}

  /** The function threw. */
  static byte[] thrown(Throwable error) {
    String message = error.getLocalizedMessage();
    String type = error.getClass().getName();
    ObjectNode object = object(message == null ? type : message, type);
    ArrayNode trace = object.putArray("stackTrace");
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN_PACKAGE)) {
        break;
      }
      trace.add(frame.toString());
    }
    return bytes(object);
  }

  /** The function threw an error of this type, which fails itself when it is asked what it says. */
  static byte[] nameless(String type) {
    return bytes(object(type, type));
  }

  /** The function did not end within its limit. */
  static byte[] timedOut(String requestId, int limitMillis) {
    String seconds = String.format(Locale.ROOT, "%.2f", limitMillis / 1000.0);
    return bytes(
        object(
            "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds",
            "Sandbox.Timedout"));
  }

  /** The result has more bytes than a function may return. */
  static byte[] tooLarge(int limitBytes) {
    return bytes(
        object(
            "Response payload size exceeded maximum allowed payload size ("
                + limitBytes
                + " bytes).",
            "Function.ResponseSizeTooLarge"));
  }

  private static ObjectNode object(String message, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("errorMessage", message)
        .put("errorType", type);
  }

  private static byte[] bytes(ObjectNode object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }
}
