package io.gatemason.generator.read.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a {@code %{ if }}: names, texts, {@code == != ! && ||}, parentheses and three
 * functions on texts.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/strings#directives">Terraform
 *     directives</a>
 */
final class TerraformCondition {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"[^\"]*\"|[A-Za-z_][\\w.-]*|[0-9]+|==|!=|&&|\\|\\||[!(),])");
  private static final int DEEPEST = 50;

  /** Says that a condition cannot be evaluated; never leaves this package. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
      super(message, null, false, false);
    }
  }

  private final List<String> tokens = new ArrayList<>();
  private final Function<String, Optional<String>> values;
  private int at;
  private int depth;

  private TerraformCondition(String text, Function<String, Optional<String>> values)
      throws NotUnderstood {
    this.values = values;
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end != text.strip().length() || tokens.isEmpty()) {
      throw new NotUnderstood("condition \"" + text.strip() + "\" is not understood");
    }
  }

  /**
   * Evaluates a condition.
   *
   * @param values the value of a name; a name without one is empty text
   */
  static boolean holds(String text, Function<String, Optional<String>> values)
      throws NotUnderstood {
    TerraformCondition condition = new TerraformCondition(text, values);
    String result = condition.or();
    if (condition.at < condition.tokens.size()) {
      throw new NotUnderstood("condition \"" + text.strip() + "\" is not understood");
    }
    return result.equals("true");
  }

  private String or() throws NotUnderstood {
    String left = and();
    while (take("||")) {
      boolean right = and().equals("true");
      left = String.valueOf(left.equals("true") || right);
    }
    return left;
  }

  private String and() throws NotUnderstood {
    String left = comparison();
    while (take("&&")) {
      boolean right = comparison().equals("true");
      left = String.valueOf(left.equals("true") && right);
    }
    return left;
  }

  private String comparison() throws NotUnderstood {
    String left = operand();
    if (take("==")) {
      return String.valueOf(left.equals(operand()));
    }
    return take("!=") ? String.valueOf(!left.equals(operand())) : left;
  }

  private String operand() throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood("condition is nested too deep");
    }
    try {
      if (take("!")) {
        return String.valueOf(!operand().equals("true"));
      }
      if (take("(")) {
        String inner = or();
        expect(")");
        return inner;
      }
      return named(next());
    } finally {
      depth--;
    }
  }

  private String named(String token) throws NotUnderstood {
    if (token.startsWith("\"")) {
      return token.substring(1, token.length() - 1);
    }
    if (take("(")) {
      String first = or();
      expect(",");
      String second = or();
      expect(")");
      return String.valueOf(call(token, first, second));
    }
    char first = token.charAt(0);
    boolean literal = token.equals("true") || token.equals("false") || Character.isDigit(first);
    if (!literal && !Character.isLetter(first) && first != '_') {
      throw new NotUnderstood("\"" + token + "\" is not expected in a condition");
    }
    return literal ? token : values.apply(token).orElse("");
  }

  private static boolean call(String function, String text, String part) throws NotUnderstood {
    return switch (function) {
      case "strcontains" -> text.contains(part);
      case "startswith" -> text.startsWith(part);
      case "endswith" -> text.endsWith(part);
      default -> throw new NotUnderstood("function \"" + function + "\" is not evaluated here");
    };
  }

  private String next() throws NotUnderstood {
    if (at == tokens.size()) {
      throw new NotUnderstood("condition ends too early");
    }
    return tokens.get(at++);
  }

  private boolean take(String token) {
    boolean found = at < tokens.size() && tokens.get(at).equals(token);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(String token) throws NotUnderstood {
    if (!take(token)) {
      throw new NotUnderstood("\"" + token + "\" is missing in a condition");
    }
  }
}
