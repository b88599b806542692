package io.gatemason.runtime.template;

import io.gatemason.runtime.failure.GatewayFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The text that one rendering of a template makes. Not thread-safe; used once. */
public final class TemplateOutput {
  private final StringBuilder result = new StringBuilder(256);
  private final Deque<StringBuilder> unfinished = new ArrayDeque<>(0);
  private StringBuilder current = result;
  private int line;
  private int column;
  private int rounds;

  /** Creates an empty output. */
  public TemplateOutput() {}

  /**
   * Runs a template.
   *
   * @return what it printed, up to {@code #stop} if it got there
   * @throws TemplateException if it fails
   * @throws GatewayFailure if a payload cannot be read
   */
  public String render(Runnable template) {
    try {
      template.run();
    } catch (StopException e) {
      return result.toString();
    } catch (TemplateException e) {
      throw e.line() > 0 ? e : new TemplateException(messageOf(e), line, column, e.getCause());
    } catch (GatewayFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new TemplateException(messageOf(e), line, column, e);
    } catch (StackOverflowError e) {
      throw new TemplateException("values are nested too deeply", line, column, null);
    }
    return result.toString();
  }

  private static String messageOf(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Notes where in the template the next statement stands, for failures. */
  public void at(int templateLine, int templateColumn) {
    line = templateLine;
    column = templateColumn;
  }

  /** Prints text. */
  public void text(String text) {
    reserve(text.length());
    current.append(text);
  }

  /** Prints a value; null prints nothing. */
  public void value(@Nullable Object value) {
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof TemplateBlock block) {
      block.render();
    } else if (value != null) {
      TextForm.append(value, current);
      reserve(0);
    }
  }

  private void reserve(int length) {
    if (current.length() + length > TemplateLimits.TEXT_LENGTH) {
      throw new TemplateException("output is longer than 10 MB", line, column, null);
    }
  }

  /** Starts a text of its own; what is printed until {@link #end()} belongs to it. */
  public void begin() {
    unfinished.push(current);
    current = new StringBuilder();
  }

  /** Ends the text that was started last and gives it. */
  public String end() {
    String text = current.toString();
    current = unfinished.pop();
    return text;
  }

  /** Starts a loop over what the value holds; over nothing if it cannot be iterated. */
  public Loop loop(@Nullable Object value) {
    return new Loop(Values.iterator(value), this, line, column);
  }

  void countRound() {
    if (++rounds > TemplateLimits.ALL_ROUNDS) {
      throw new TemplateException(
          "more than " + TemplateLimits.ALL_ROUNDS + " loop rounds", line, column, null);
    }
  }

  /** A value that prints what the body prints, each time it is used ({@code #define}). */
  public Object block(Runnable body) {
    return new TemplateBlock(body, this);
  }

  /** Ends the template when thrown ({@code #stop}). */
  public RuntimeException stop() {
    return new StopException();
  }

  /** A failure at the place noted last. */
  public RuntimeException failure(String message) {
    return new TemplateException(message, line, column, null);
  }
}
