package io.gatemason.generator.model.rest;

/** Where an API key is read from. */
public enum ApiKeySource {
  /** The {@code X-API-Key} request header. */
  HEADER,
  /** The {@code usageIdentifierKey} that an authorizer returns. */
  AUTHORIZER
}
