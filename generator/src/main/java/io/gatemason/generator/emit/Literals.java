package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** String literals of any length. */
final class Literals {
  /** A constant may hold 65,535 bytes of modified UTF-8; a UTF-16 unit takes three at most. */
  private static final int MAX_CHARS = 20_000;

  private Literals() {}

  /** An expression with this value; a plain literal unless the class file could not hold it. */
  static CodeBlock of(String text) {
    if (text.length() <= MAX_CHARS) {
      return CodeBlock.of("$S", text);
    }
    List<CodeBlock> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += MAX_CHARS) {
      pieces.add(CodeBlock.of("$S", text.substring(at, Math.min(text.length(), at + MAX_CHARS))));
    }
    return CodeBlock.of("$T.join($S, $L)", String.class, "", CodeBlock.join(pieces, ", "));
  }

  /** An expression with the bytes of this text in UTF-8. */
  static CodeBlock utf8(String text) {
    String several = text.stripTrailing().contains("\n") ? "($L)" : "$L";
    return CodeBlock.of(several + ".getBytes($T.UTF_8)", of(text), StandardCharsets.class);
  }
}
