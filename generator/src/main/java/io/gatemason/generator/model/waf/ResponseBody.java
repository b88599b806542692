package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;

/**
 * The body of an answer to a blocked request.
 *
 * @param type its kind
 * @param content its text
 */
public record ResponseBody(Type type, Placed<String> content) {

  /** The kinds of body. */
  public enum Type {
    TEXT_PLAIN("text/plain"),
    TEXT_HTML("text/html"),
    APPLICATION_JSON("application/json");

    private final String mediaType;

    Type(String mediaType) {
      this.mediaType = mediaType;
    }

    /** The value of Content-Type. */
    public String mediaType() {
      return mediaType;
    }
  }
}
