package io.gatemason.runtime.waf.text;

import java.util.Set;

/**
 * A token of SQL, whatever the dialect.
 *
 * @param text words and variables in lower case, strings without their quotes, comments without
 *     their marks
 * @param spaced whether a blank or a comment is before it
 */
record SqlToken(Kind kind, String text, boolean spaced) {
  static final SqlToken END = new SqlToken(Kind.END, "", false);

  private static final Set<String> CONSTANT_WORDS = Set.of("true", "false", "null");

  enum Kind {
    NUMBER,
    STRING,
    WORD,
    VARIABLE,
    /** {@code and}, {@code or}, {@code xor}, {@code &&}, {@code ||}. */
    LOGIC,
    /** Comparisons written in signs. */
    COMPARISON,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    SEMICOLON,
    DOT,
    /** What a statement is cut off by; comments between tokens are blanks. */
    COMMENT,
    OTHER,
    END
  }

  /** Whether it stands for the same value in every row. */
  boolean isConstant() {
    return kind == Kind.NUMBER
        || kind == Kind.STRING
        || (kind == Kind.WORD && CONSTANT_WORDS.contains(text));
  }

  /** Whether alternatives are joined, which widens what a statement finds. */
  boolean isOr() {
    return kind == Kind.LOGIC && !text.equals("and") && !text.equals("&&");
  }
}
