package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts bytes into tokens of SQL as lenient databases do. One pass. */
final class SqlTokenizer {
  private static final Set<String> LOGIC_WORDS = Set.of("and", "or", "xor");
  private static final String STRING_PREFIXES = "nxbe";
  private static final String COMPARISON_SIGNS = "=<>";
  private static final String OPERATOR_SIGNS = "+-*/%&|^~!#";

  private final byte[] text;
  private final boolean mysql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int place;
  private boolean spaced;

  private SqlTokenizer(byte[] text, boolean mysql) {
    this.text = text;
    this.mysql = mysql;
  }

  /**
   * The tokens of a text.
   *
   * @param quote the quote in which the text begins, or 0
   * @param mysql whether {@code #} begins a comment, and {@code --} only before a blank
   */
  static List<SqlToken> tokens(byte[] text, int quote, boolean mysql) {
    SqlTokenizer tokenizer = new SqlTokenizer(text, mysql);
    if (quote != 0) {
      tokenizer.readOpenString(quote);
    }
    while (tokenizer.place < text.length) {
      tokenizer.readNext();
    }
    return tokenizer.tokens;
  }

  private void readNext() {
    int next = at(0);
    if (isBlank(place)) {
      spaced = true;
      place++;
    } else if (next == '/' && at(1) == '*') {
      readBlockComment();
    } else if (next == '*' && at(1) == '/') {
      spaced = true;
      place += 2;
    } else if (isLineComment()) {
      int end = place;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      add(Kind.COMMENT, place + (next == '#' ? 1 : 2), end);
    } else if (next == '\'' || next == '"') {
      readString(next, place + 1);
    } else if (Letters.isDigit(next) || (next == '.' && Letters.isDigit(at(1)))) {
      readNumber();
    } else if (isOfWord(next)) {
      readWord();
    } else {
      readSign(next);
    }
  }

  private boolean isLineComment() {
    if (at(0) == '#') {
      return mysql;
    }
    return at(0) == '-'
        && at(1) == '-'
        && (!mysql || place + 2 >= text.length || isBlank(place + 2));
  }

  /** A comment is a blank, what MySQL executes in one is not. */
  private void readBlockComment() {
    spaced = true;
    if (at(2) == '!') {
      place += 3;
      while (Letters.isDigit(at(0))) {
        place++;
      }
      return;
    }
    int end = Comments.end(text, place + 2);
    if (end >= place + 4 && text[end - 1] == '/' && text[end - 2] == '*') {
      place = end;
    } else {
      add(Kind.COMMENT, place + 2, end);
    }
  }

  /** The rest of a string that the application has begun, whatever is before its quote. */
  private void readOpenString(int quote) {
    int end = 0;
    while (end < text.length && text[end] != quote) {
      end++;
    }
    add(Kind.STRING, 0, end);
    place = Math.min(end + 1, text.length);
  }

  private void readString(int quote, int from) {
    int end = from;
    while (end < text.length) {
      if (text[end] == quote && (end + 1 == text.length || text[end + 1] != quote)) {
        break;
      }
      end += text[end] == quote || text[end] == '\\' ? 2 : 1;
    }
    add(Kind.STRING, from, Math.min(end, text.length));
    place = Math.min(end + 1, text.length);
  }

  private void readNumber() {
    int end = place;
    if (at(0) == '0' && Letters.lower(at(1)) == 'x' && Letters.hexDigit(at(2)) >= 0) {
      end += 2;
      while (Letters.hexDigit(Letters.at(text, end)) >= 0) {
        end++;
      }
    } else {
      end = digits(end);
      end = Letters.at(text, end) == '.' ? digits(end + 1) : end;
      if (Letters.lower(Letters.at(text, end)) == 'e') {
        int sign = Letters.at(text, end + 1);
        int exponent = sign == '+' || sign == '-' ? end + 2 : end + 1;
        end = Letters.isDigit(Letters.at(text, exponent)) ? digits(exponent) : end;
      }
    }
    add(Kind.NUMBER, place, end);
  }

  private int digits(int from) {
    int end = from;
    while (Letters.isDigit(Letters.at(text, end))) {
      end++;
    }
    return end;
  }

  private void readWord() {
    if (STRING_PREFIXES.indexOf(Letters.lower(at(0))) >= 0 && at(1) == '\'') {
      readString('\'', place + 2);
      return;
    }
    int end = place;
    while (end < text.length
        && !isBlank(end)
        && (isOfWord(text[end] & 0xFF) || Letters.isDigit(text[end]))) {
      end++;
    }
    String word = lower(place, end);
    add(LOGIC_WORDS.contains(word) ? Kind.LOGIC : Kind.WORD, word, end);
  }

  private void readSign(int sign) {
    switch (sign) {
      case '(' -> add(Kind.OPEN, place, place + 1);
      case ')' -> add(Kind.CLOSE, place, place + 1);
      case ',' -> add(Kind.COMMA, place, place + 1);
      case ';' -> add(Kind.SEMICOLON, place, place + 1);
      case '.' -> add(Kind.DOT, place, place + 1);
      case '@' -> readVariable();
      case '`' -> readQuotedName('`');
      case '[' -> readQuotedName(']');
      case '\\' ->
          add(at(1) == 'N' ? Kind.NUMBER : Kind.OTHER, place, place + (at(1) == 'N' ? 2 : 1));
      default -> readOperator(sign);
    }
  }

  private void readVariable() {
    int end = place;
    while (Letters.at(text, end) == '@') {
      end++;
    }
    add(Kind.VARIABLE, place, nameEnd(end));
  }

  private int nameEnd(int from) {
    int end = from;
    while (isOfWord(Letters.at(text, end)) || Letters.isDigit(Letters.at(text, end))) {
      end++;
    }
    return end;
  }

  /** A name in back quotes or brackets; what is none is a sign. */
  private void readQuotedName(int quote) {
    int end = nameEnd(place + 1);
    if (end > place + 1 && Letters.at(text, end) == quote) {
      add(Kind.WORD, place + 1, end);
      place = end + 1;
    } else {
      add(Kind.OTHER, place, place + 1);
    }
  }

  private void readOperator(int sign) {
    if (sign == at(1) && (sign == '&' || sign == '|')) {
      add(Kind.LOGIC, place, place + 2);
    } else if (COMPARISON_SIGNS.indexOf(sign) >= 0 || (sign == '!' && at(1) == '=')) {
      int end = place + 1;
      while (end < place + 3 && COMPARISON_SIGNS.indexOf(Letters.at(text, end)) >= 0) {
        end++;
      }
      add(Kind.COMPARISON, place, end);
    } else {
      add(OPERATOR_SIGNS.indexOf(sign) >= 0 ? Kind.OPERATOR : Kind.OTHER, place, place + 1);
    }
  }

  private void add(Kind kind, int from, int to) {
    add(kind, kind == Kind.VARIABLE || kind == Kind.WORD ? lower(from, to) : text(from, to), to);
  }

  private void add(Kind kind, String content, int to) {
    tokens.add(new SqlToken(kind, content, spaced));
    place = to;
    spaced = false;
  }

  private String lower(int from, int to) {
    return text(from, to).toLowerCase(Locale.ROOT);
  }

  private String text(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private int at(int offset) {
    return Letters.at(text, place + offset);
  }

  private boolean isBlank(int index) {
    return Blanks.isBlankOfSql(text, index);
  }

  private static boolean isOfWord(int value) {
    return Letters.isLetter(value) || value == '_' || value == '$' || value >= 0x80;
  }
}
