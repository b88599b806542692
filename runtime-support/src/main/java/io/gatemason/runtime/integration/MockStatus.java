package io.gatemason.runtime.integration;

import io.gatemason.runtime.failure.GatewayFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The status that a mock integration's request asks for
 * (docs/behaviour/integrations.md#mock-status).
 */
public final class MockStatus {
  private static final String UNUSABLE =
      "Unable to parse statusCode. It should be an integer that is defined in the request template.";
  private static final Pattern INTEGER = Pattern.compile("(-?[0-9]+)(?=\\s|$)");

  private final String text;
  private int at;
  private @Nullable Integer status;

  private MockStatus(String text) {
    this.text = text;
  }

  /**
   * The integer member {@code statusCode} of the object {@code body}. Accepted beyond JSON are
   * names and values without quotes or in single quotes, superfluous commas, a name written twice,
   * of which the last one counts, and any text after a status that could be read.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if there is no such member, or it is no integer
   */
  public static int parse(String body) {
    MockStatus reading = new MockStatus(body);
    reading.members();
    Integer status = reading.status;
    if (status == null) {
      throw GatewayFailure.configurationError(UNUSABLE);
    }
    return status;
  }

  /**
   * Sees to it that {@code body} has a status, where no answer depends on which.
   *
   * @throws GatewayFailure as {@link #parse(String)}
   */
  public static void require(String body) {
    parse(body);
  }

  private void members() {
    blanks();
    if (!has('{')) {
      return;
    }
    at++;
    while (toNext() && member()) {
      // member by member: of two with one name the last one counts
    }
  }

  /** Moves to the next member, over any number of commas; false at the end of the object. */
  private boolean toNext() {
    while (at < text.length() && (text.charAt(at) == ',' || isBlank(text.charAt(at)))) {
      at++;
    }
    return at < text.length() && !has('}');
  }

  /** Reads a member; false where nothing can be told of what follows. */
  private boolean member() {
    int start = at;
    boolean quoted = quoted();
    if (quoted && !string()) {
      return false;
    }
    String name = quoted ? text.substring(start + 1, at - 1) : bare(":,{}[]\"'");
    blanks();
    if (!has(':')) {
      return false;
    }
    at++;
    blanks();
    return value(name.equals("statusCode"));
  }

  private boolean value(boolean wanted) {
    if (at >= text.length()) {
      return false;
    }
    boolean whole = "\"'{[".indexOf(text.charAt(at)) >= 0;
    if (whole && !(quoted() ? string() : nested())) {
      return false;
    }
    String bare = bare(",}");
    if (at >= text.length()) {
      return false;
    }
    if (wanted) {
      status = whole ? null : integer(bare);
    }
    return true;
  }

  private static @Nullable Integer integer(String bare) {
    Matcher matcher = INTEGER.matcher(bare);
    if (!matcher.lookingAt()) {
      return null;
    }
    try {
      return Integer.valueOf(matcher.group(1));
    } catch (NumberFormatException tooLong) {
      return null;
    }
  }

  /** Moves behind a text in quotes; false if it has no end. */
  private boolean string() {
    char quote = text.charAt(at++);
    while (at < text.length() && !has(quote)) {
      at += has('\\') ? 2 : 1;
    }
    return at++ < text.length();
  }

  /** Moves behind an object or array; false if it has no end. */
  private boolean nested() {
    int depth = 0;
    do {
      if (at >= text.length()) {
        return false;
      }
      if (quoted()) {
        if (!string()) {
          return false;
        }
        continue;
      }
      if (has('{') || has('[')) {
        depth++;
      } else if (has('}') || has(']')) {
        depth--;
      }
      at++;
    } while (depth > 0);
    return true;
  }

  /** The text up to one of these characters. */
  private String bare(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private void blanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private boolean quoted() {
    return has('"') || has('\'');
  }

  private boolean has(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c);
  }
}
