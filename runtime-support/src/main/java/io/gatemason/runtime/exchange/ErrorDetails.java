package io.gatemason.runtime.exchange;

import io.gatemason.runtime.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $context.error} holds while a gateway response is made.
 *
 * @param responseType name of the gateway response type
 * @param message the error text, null for the JSON value null
 * @param validationError the bracketed list of validation errors, null if there is none
 */
public record ErrorDetails(
    String responseType, @Nullable String message, @Nullable String validationError) {

  /** Sets the variables; a missing text is empty, and null as JSON. */
  void tell(ContextSlots context) {
    context.set(ContextVariable.ERROR_RESPONSE_TYPE, responseType);
    context.set(ContextVariable.ERROR_MESSAGE, message == null ? "" : message);
    context.setLazily(
        ContextVariable.ERROR_MESSAGE_STRING, () -> message == null ? "null" : Json.quote(message));
    context.set(ContextVariable.ERROR_VALIDATION_ERROR_STRING, validationError);
  }
}
