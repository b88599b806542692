package io.gatemason.generator.vtl.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the directive that a template leaves open, which the parser notices only where the template
 * ends.
 *
 * @param name such as {@code if}
 * @param at the offset of its sign in the text
 * @param arguments whether its parenthesis is open, not only its block
 */
public record OpenDirective(String name, int at, boolean arguments) {
  private static final Pattern SIGNS =
      Pattern.compile(
          "\\\\+[#$]|#\\[\\[(?:(?!\\]\\]#).)*+(?:\\]\\]#)?|#\\*(?:(?!\\*#).)*+(?:\\*#)?|##[^\\r"
              + "\\n"
              + "]*+|#(?:\\{(\\w+)\\}|(\\w+))([ \\t]*\\()?",
          Pattern.DOTALL);

  /** The innermost block that is not closed, or a parenthesis that is not. */
  static Optional<OpenDirective> in(String text) {
    Deque<OpenDirective> open = new ArrayDeque<>();
    Matcher signs = SIGNS.matcher(text);
    while (signs.find()) {
      String name = signs.group(1) == null ? signs.group(2) : signs.group(1);
      if (name == null) {
        continue;
      }
      if (name.equals("end")) {
        open.poll();
      } else if (takesArguments(name) && signs.group(3) != null) {
        OpenDirective directive = new OpenDirective(name, signs.start(), true);
        int closed = closingParenthesis(text, signs.end());
        if (closed < 0) {
          return Optional.of(directive);
        }
        if (hasBlock(name)) {
          open.push(new OpenDirective(name, signs.start(), false));
        }
        signs.region(closed, text.length());
      }
    }
    return Optional.ofNullable(open.peek());
  }

  private static boolean takesArguments(String name) {
    return hasBlock(name) || name.equals("set") || name.equals("elseif");
  }

  private static boolean hasBlock(String name) {
    return switch (name) {
      case "if", "foreach", "define", "macro" -> true;
      default -> false;
    };
  }

  /** The place behind it; -1 if there is none. Parentheses between quotes do not count. */
  private static int closingParenthesis(String text, int from) {
    int depth = 1;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
