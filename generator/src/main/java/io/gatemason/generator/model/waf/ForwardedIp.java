package io.gatemason.generator.model.waf;

/**
 * A header that says where a request came from.
 *
 * @param header its name
 * @param match whether requests match whose header cannot be read
 * @param position which of its addresses count
 */
public record ForwardedIp(String header, boolean match, Position position) {

  /** Which addresses of a header count. */
  public enum Position {
    FIRST,
    LAST,
    ANY
  }
}
