package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes text from a document as a Java string. Line separators beyond ASCII, which the printer of
 * Java would break lines at, and halves of surrogate pairs, which cannot be encoded, are written as
 * escapes of their own.
 */
final class JavaText {
  private JavaText() {}

  static CodeBlock literal(String text) {
    List<CodeBlock> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (needsEscape(text, i)) {
        if (i > start) {
          parts.add(CodeBlock.of("$S", text.substring(start, i)));
        }
        parts.add(CodeBlock.of("\"\\u" + String.format("%04x", (int) text.charAt(i)) + "\""));
        start = i + 1;
      }
    }
    if (start < text.length() || parts.isEmpty()) {
      parts.add(CodeBlock.of("$S", text.substring(start)));
    }
    return CodeBlock.join(parts, " + ");
  }

  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    if (c == '\u2028' || c == '\u2029') {
      return true;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    return Character.isSurrogate(c) && !paired;
  }
}
