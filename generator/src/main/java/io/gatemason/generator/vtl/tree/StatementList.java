package io.gatemason.generator.vtl.tree;

import java.util.ArrayList;
import java.util.List;

/** Collects the statements of a block; neighbouring texts become one. Not thread-safe. */
public final class StatementList {
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Adds text; the empty text adds nothing. */
  public void text(String text) {
    if (!text.isEmpty() && !ended()) {
      texts.add(text);
    }
  }

  /** Removes the text that was added last, if nothing was added since. */
  public void dropLastText() {
    if (!texts.isEmpty()) {
      texts.remove(texts.size() - 1);
    }
  }

  /** Adds a statement. */
  public void add(Statement statement) {
    if (!ended()) {
      joinTexts();
      statements.add(statement);
    }
  }

  /** Whether what follows in this block is never reached. */
  public boolean ended() {
    if (statements.isEmpty() || !texts.isEmpty()) {
      return false;
    }
    return Leaves.always(statements.get(statements.size() - 1));
  }

  public List<Statement> toList() {
    joinTexts();
    return List.copyOf(statements);
  }

  private void joinTexts() {
    if (!texts.isEmpty()) {
      statements.add(new Statement.Text(String.join("", texts)));
      texts.clear();
    }
  }
}
