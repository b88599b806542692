package io.gatemason.generator.model;

import io.gatemason.generator.source.ScalarNode;

/**
 * A VTL script.
 *
 * @param mediaType its key, as written
 * @param text the script, with its place
 */
public record MappingTemplate(String mediaType, ScalarNode text) {

  /**
   * Whether the script yields its own text whatever the request: it has no reference, no directive
   * and no comment.
   */
  public boolean isConstant() {
    String script = text.text();
    for (int i = 0; i + 1 < script.length(); i++) {
      char next = script.charAt(i + 1);
      boolean reference = script.charAt(i) == '$' && (isLetter(next) || "{!".indexOf(next) >= 0);
      boolean directive = script.charAt(i) == '#' && (isLetter(next) || "#*[{@".indexOf(next) >= 0);
      if (reference || directive) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
