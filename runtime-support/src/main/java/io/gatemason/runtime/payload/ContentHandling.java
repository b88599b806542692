package io.gatemason.runtime.payload;

/** Conversion of a payload between text and bytes, as the document's contentHandling demands it. */
public enum ContentHandling {
  CONVERT_TO_BINARY,
  CONVERT_TO_TEXT
}
