package io.gatemason.generator.model;

/** A conversion of a payload. */
public enum ContentHandling {
  CONVERT_TO_BINARY,
  CONVERT_TO_TEXT
}
