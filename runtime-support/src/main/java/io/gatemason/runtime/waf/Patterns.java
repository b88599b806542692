package io.gatemason.runtime.waf;

import io.gatemason.runtime.regex.FoundText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Regular expressions, one of which has to be found in a text (docs/behaviour/web-acls.md#regex).
 * They look at bytes. Immutable.
 */
public final class Patterns {
  private final List<FoundText> expressions;

  private Patterns(List<FoundText> expressions) {
    this.expressions = expressions;
  }

  /**
   * Those expressions.
   *
   * @throws java.util.regex.PatternSyntaxException if one cannot be used
   */
  public static Patterns of(String... expressions) {
    return new Patterns(
        Stream.of(expressions)
            .map(each -> each.getBytes(StandardCharsets.UTF_8))
            .map(Patterns::characters)
            .map(FoundText::of)
            .toList());
  }

  /**
   * Whether one of them is found in one of some texts.
   *
   * @throws IllegalStateException if a search takes too long
   */
  boolean areInAny(List<byte[]> texts) {
    List<String> characters = texts.stream().map(Patterns::characters).toList();
    for (FoundText expression : expressions) {
      if (expression.isInAny(characters)) {
        return true;
      }
    }
    return false;
  }

  /** A character for each byte. */
  private static String characters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
