package io.gatemason.generator.jsonschema;

/** Text of a document as it may stand in a comment. */
final class Comments {
  private Comments() {}

  /**
   * Letters, digits and a few signs; everything that could end a comment or begin a tag is gone.
   */
  static String text(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length() && clean.length() < 80; i++) {
      char c = text.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) && c < 128;
      clean.append(plain || " -_./#".indexOf(c) >= 0 ? c : '?');
    }
    return clean.toString().replace("?/", "??");
  }
}
