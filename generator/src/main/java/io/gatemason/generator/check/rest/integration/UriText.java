package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Literal;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.MappingText.Placeholder;
import io.gatemason.generator.model.MappingText.StageVariable;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a backend URI that are known at build time; variables show as {@code \uFFFC}. */
public final class UriText {
  private static final char VARIABLE = '\uFFFC';
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://(.*)", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z0-9._\uFFFC-]+|\\[[0-9A-Fa-f:.]+\\])(?::([0-9\uFFFC]*))?");
  private static final Pattern REST = Pattern.compile("[\\x21-\\x7e\uFFFC]*");

  private final String text;

  private UriText(String text) {
    this.text = text;
  }

  static UriText parse(MappingText uri) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : uri.pieces()) {
      text.append(piece instanceof Literal literal ? literal.text() : String.valueOf(VARIABLE));
    }
    return new UriText(text.toString());
  }

  /** The text as it was written, for messages. */
  static String of(MappingText uri) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : uri.pieces()) {
      if (piece instanceof Literal literal) {
        text.append(literal.text());
      } else if (piece instanceof StageVariable variable) {
        text.append("${stageVariables.").append(variable.name()).append('}');
      } else if (piece instanceof Placeholder placeholder) {
        text.append('{').append(placeholder.name()).append('}');
      }
    }
    return text.toString();
  }

  boolean beginsWithVariable() {
    return !text.isEmpty() && text.charAt(0) == VARIABLE;
  }

  boolean hasScheme() {
    return SCHEME.matcher(text).matches();
  }

  boolean hasValidAuthority() {
    String rest = text.substring(Math.min(text.length(), text.indexOf("//") + 2));
    return AUTHORITY.matcher(authority()).matches() && REST.matcher(rest).matches();
  }

  /** The port; empty where none is written or a variable fills it in. */
  OptionalInt port() {
    Matcher authority = AUTHORITY.matcher(authority());
    boolean written = authority.matches() && authority.group(1) != null;
    return written && authority.group(1).matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(authority.group(1)))
        : OptionalInt.empty();
  }

  private String authority() {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.matches() ? scheme.group(1).split("[/?#]", 2)[0].toLowerCase(Locale.ROOT) : "";
  }
}
