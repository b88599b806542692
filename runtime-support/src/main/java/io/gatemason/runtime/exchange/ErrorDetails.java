package io.gatemason.runtime.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What {@code $context.error} holds while a gateway response is made.
 *
 * @param responseType name of the gateway response type
 * @param message the error text, null for the JSON value null
 * @param validationError the bracketed list of validation errors, null if there is none
 */
public record ErrorDetails(
    String responseType, @Nullable String message, @Nullable String validationError) {}
