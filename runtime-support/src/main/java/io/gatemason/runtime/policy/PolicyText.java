package io.gatemason.runtime.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy: characters, wildcards where they have a meaning, and variables such as {@code
 * ${aws:username}} that take their value from the call. What a variable stands for has no wildcards
 * (docs/behaviour/authorization.md#variables). Immutable.
 */
final class PolicyText {
  private final List<Part> parts;

  private PolicyText(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A piece: tokens of {@link Glob}, or a key that gives them. */
  private static final class Part {
    private final int[] tokens;
    private final @Nullable ConditionKey key;
    private final @Nullable String ifAbsent;

    Part(int[] tokens, @Nullable ConditionKey key, @Nullable String ifAbsent) {
      this.tokens = tokens;
      this.key = key;
      this.ifAbsent = ifAbsent;
    }

    int @Nullable [] tokens(AccessRequest call) {
      if (key == null) {
        return tokens;
      }
      String value = key.value(call);
      String known = value == null ? ifAbsent : value;
      return known == null ? null : Glob.literal(known);
    }
  }

  /** A text without variables, in which {@code *} and {@code ?} are wildcards or not. */
  static PolicyText plain(String text, boolean wildcards) {
    return new PolicyText(List.of(literal(text, wildcards)));
  }

  /**
   * A text that may have variables.
   *
   * @throws PolicyFormatException if a variable does not end, or has no name
   */
  static PolicyText withVariables(String text, boolean wildcards) {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", end)) {
      int close = text.indexOf('}', start);
      if (close < 0) {
        throw new PolicyFormatException("a variable without an end in \"" + text + "\"");
      }
      parts.add(literal(text.substring(end, start), wildcards));
      parts.add(variable(text.substring(start + 2, close).strip()));
      end = close + 1;
    }
    parts.add(literal(text.substring(end), wildcards));
    return new PolicyText(parts);
  }

  private static Part literal(String text, boolean wildcards) {
    return new Part(wildcards ? Glob.of(text) : Glob.literal(text), null, null);
  }

  private static Part variable(String content) {
    if (content.equals("*") || content.equals("?") || content.equals("$")) {
      return literal(content, false);
    }
    int comma = content.indexOf(',');
    String name = comma < 0 ? content : content.substring(0, comma).strip();
    if (name.isEmpty()) {
      throw new PolicyFormatException("a variable without a name");
    }
    return new Part(
        new int[0], ConditionKey.of(name), comma < 0 ? null : fallback(content, comma + 1));
  }

  private static String fallback(String content, int from) {
    String quoted = content.substring(from).strip();
    if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
      throw new PolicyFormatException("a default of a variable stands in single quotes");
    }
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The tokens of {@link Glob} for a call, null if a variable has no value there. */
  int @Nullable [] tokens(AccessRequest call) {
    if (parts.size() == 1) {
      return parts.getFirst().tokens(call);
    }
    List<int[]> pieces = new ArrayList<>(parts.size());
    int length = 0;
    for (Part part : parts) {
      int[] piece = part.tokens(call);
      if (piece == null) {
        return null;
      }
      pieces.add(piece);
      length += piece.length;
    }
    int[] all = new int[length];
    int at = 0;
    for (int[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
