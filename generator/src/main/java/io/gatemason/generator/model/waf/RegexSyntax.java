package io.gatemason.generator.model.waf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as web ACLs write it, which is PCRE without what cannot be bounded, and as
 * Java writes the same ({@code docs/behaviour/web-acls.md#regex}). Immutable.
 *
 * @param java the expression in Java's syntax
 * @param problem why it cannot be used; empty if it can
 */
public record RegexSyntax(String java, Optional<String> problem) {
  private static final Pattern QUANTIFIER = Pattern.compile("\\{[0-9]+(?:,[0-9]*)?\\}");
  private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)([a-z]+):\\]");
  private static final Pattern REFERENCE = Pattern.compile("[1-9gk].*", Pattern.DOTALL);
  private static final Pattern RECURSION =
      Pattern.compile("(?:R|&|[0-9]|[+-][0-9]|P>|P=).*", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("(?:P?<[A-Za-z_]|').*", Pattern.DOTALL);

  /** Reads an expression. */
  public static RegexSyntax of(String expression) {
    Reader reader = new Reader(expression);
    try {
      reader.read();
      Pattern.compile(reader.java.toString(), Pattern.UNIX_LINES);
      return new RegexSyntax(reader.java.toString(), Optional.empty());
    } catch (PatternSyntaxException e) {
      return new RegexSyntax("", Optional.of(e.getDescription()));
    }
  }

  /** Reads one expression. Not thread-safe. */
  private static final class Reader {
    private final String text;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean quantified;

    Reader(String text) {
      this.text = text;
    }

    void read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        boolean afterQuantifier = quantified;
        quantified = false;
        switch (c) {
          case '\\' -> escape();
          case '[' -> characterClass();
          case '(' -> group();
          case '*', '+', '?' -> {
            refuse(afterQuantifier && c == '+', "possessive quantifiers are not supported");
            quantified = !afterQuantifier;
            take(1);
          }
          case '{' -> brace();
          default -> take(1);
        }
      }
    }

    private void escape() {
      String rest = text.substring(Math.min(at + 1, text.length()));
      refuse(REFERENCE.matcher(rest).matches(), "references to groups are not supported");
      refuse(
          !rest.isEmpty() && "CRK".indexOf(rest.charAt(0)) >= 0,
          "\\C, \\R and \\K are not supported");
      if (rest.startsWith("Q")) {
        int end = rest.indexOf("\\E");
        take(end < 0 ? rest.length() + 1 : end + 3);
        return;
      }
      take(Math.min(2, text.length() - at));
    }

    private void group() {
      String rest = text.substring(at + 1);
      refuse(rest.startsWith("*"), "backtracking verbs are not supported");
      if (rest.startsWith("?")) {
        String kind = rest.substring(1);
        refuse(kind.startsWith(">"), "atomic groups are not supported");
        refuse(kind.startsWith("("), "conditions are not supported");
        refuse(kind.startsWith("C"), "callouts are not supported");
        refuse(RECURSION.matcher(kind).matches(), "subroutines and recursion are not supported");
        refuse(NAMED.matcher(kind).matches(), "capturing groups with names are not supported");
        take(2);
        return;
      }
      take(1);
    }

    /** What is no quantifier is a brace. */
    private void brace() {
      Matcher quantifier = QUANTIFIER.matcher(text).region(at, text.length());
      if (quantifier.lookingAt()) {
        take(quantifier.end() - at);
        quantified = true;
      } else {
        java.append('\\');
        take(1);
      }
    }

    private void characterClass() {
      take(1);
      if (at < text.length() && text.charAt(at) == '^') {
        take(1);
      }
      boolean first = true;
      while (at < text.length() && (first || text.charAt(at) != ']')) {
        inClass();
        first = false;
      }
      refuse(at == text.length(), "a class of characters does not end");
      take(1);
    }

    private void inClass() {
      Matcher posix = POSIX.matcher(text).region(at, text.length());
      char c = text.charAt(at);
      if (posix.lookingAt()) {
        java.append(posix(posix.group(2), !posix.group(1).isEmpty()));
        at = posix.end();
      } else if (c == '\\') {
        take(Math.min(2, text.length() - at));
      } else {
        if (c == '[' || c == ']' || c == '&') {
          java.append('\\');
        }
        take(1);
      }
    }

    private String posix(String name, boolean negated) {
      String set =
          switch (name) {
            case "alnum",
                "alpha",
                "ascii",
                "blank",
                "cntrl",
                "digit",
                "graph",
                "lower",
                "print",
                "punct",
                "space",
                "upper" ->
                "{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
            case "xdigit" -> "{XDigit}";
            case "word" -> "";
            default -> throw problem("no such class of characters: " + name);
          };
      if (set.equals("{Ascii}")) {
        set = "{ASCII}";
      }
      return set.isEmpty() ? negated ? "\\W" : "\\w" : (negated ? "\\P" : "\\p") + set;
    }

    private void take(int count) {
      java.append(text, at, at + count);
      at += count;
    }

    private void refuse(boolean found, String problem) {
      if (found) {
        throw problem(problem);
      }
    }

    private PatternSyntaxException problem(String problem) {
      return new PatternSyntaxException(problem, text, at);
    }
  }
}
