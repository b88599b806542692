package io.gatemason.generator.model;

/** The verb of a method, in the order in which generated code lists them. */
public enum HttpMethod {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS,
  /** Every verb that the resource does not declare. */
  ANY
}
