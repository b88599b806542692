package io.gatemason.runtime.auth.token;

/** The token in the value of a header, before which {@code Bearer} may stand. */
final class BearerText {
  private static final String BEARER = "Bearer ";

  private BearerText() {}

  static String token(String text) {
    String stripped = text.strip();
    return stripped.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? stripped.substring(BEARER.length()).strip()
        : stripped;
  }
}
