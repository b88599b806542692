package io.gatemason.generator.source;

import io.gatemason.generator.source.SyntaxProblem.Kind;

/** Counts what a tree has against the limits. */
final class TreeBudget {
  private final ReadLimits limits;
  private long values;

  TreeBudget(ReadLimits limits) {
    this.limits = limits;
  }

  long values() {
    return values;
  }

  void spend(long count, Range range) throws TreeFailure {
    values += count;
    if (values > limits.values()) {
      throw new TreeFailure(
          Kind.TOO_MANY_VALUES,
          range,
          "the document has more than " + limits.values() + " values",
          "split the document; an alias counts as often as the values it stands for");
    }
  }

  void checkDepth(int depth, Range range) throws TreeFailure {
    if (depth > limits.depth()) {
      throw new TreeFailure(
          Kind.TOO_DEEP,
          range,
          "values are nested more than " + limits.depth() + " deep",
          "flatten the document, or use $ref");
    }
  }

  void checkKey(ScalarNode key) throws TreeFailure {
    if (key.text().length() > limits.keyCharacters()) {
      throw new TreeFailure(
          Kind.LONG_KEY,
          key.range(),
          "a key has more than " + limits.keyCharacters() + " characters",
          "check for a missing colon or quote");
    }
  }
}
