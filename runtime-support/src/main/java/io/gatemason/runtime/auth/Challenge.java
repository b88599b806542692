package io.gatemason.runtime.auth;

/**
 * What a refused client of an HTTP API is told of tokens, {@code www-authenticate} (RFC 6750 §3);
 * left in the context of the call.
 *
 * @param value the value of the header
 */
public record Challenge(String value) {}
