package io.gatemason.runtime.template;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A mapping template failed; the managed service answers 500 to this. Says where it failed. */
public final class TemplateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  TemplateException(String message) {
    this(message, 0, 0, null);
  }

  TemplateException(String message, int line, int column, @Nullable Throwable cause) {
    super(
        line > 0 ? "template line " + line + ", column " + column + ": " + message : message,
        cause);
    this.line = line;
    this.column = column;
  }

  /** Line in the template, counted from 1; 0 if it failed before its first statement. */
  public int line() {
    return line;
  }

  /** Column in the template in UTF-16 units, counted from 1; 0 if unknown. */
  public int column() {
    return column;
  }
}
