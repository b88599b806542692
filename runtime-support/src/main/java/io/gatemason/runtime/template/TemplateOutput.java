package io.gatemason.runtime.template;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text that one rendering of a template makes. Not thread-safe; used once. */
public final class TemplateOutput {
  private final TextBuffer text = new TextBuffer();
  private int openTexts;
  private int resultLength;
  private int line;
  private int column;
  private int rounds;
  private @Nullable Loop running;

  /** Creates an empty output. */
  public TemplateOutput() {}

  /**
   * Runs a template.
   *
   * @return what it printed, up to {@code #stop} if it got there
   * @throws TemplateException if it fails
   * @throws GatewayFailure if a payload cannot be read
   * @throws ExchangeFailure if the request ends the exchange while its body is read
   */
  public String render(Runnable template) {
    KeptValues.begin();
    try {
      template.run();
    } catch (StopException e) {
      closeTexts();
    } catch (TemplateException e) {
      throw e.line() > 0 ? e : new TemplateException(messageOf(e), line, column, e.getCause());
    } catch (GatewayFailure | ExchangeFailure e) {
      throw e; // The exchange's failures, not the template's.
    } catch (RuntimeException e) {
      throw new TemplateException(messageOf(e), line, column, e);
    } catch (StackOverflowError e) {
      throw new TemplateException("values are nested too deeply", line, column, null);
    } finally {
      KeptValues.end();
    }
    return text.finish();
  }

  /** What was printed into texts of their own is no part of the result. */
  private void closeTexts() {
    if (openTexts > 0) {
      text.cut(resultLength);
    }
  }

  private static String messageOf(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Notes where in the template the next statement stands, for failures; gives this output. */
  public TemplateOutput at(int templateLine, int templateColumn) {
    line = templateLine;
    column = templateColumn;
    return this;
  }

  /** Prints text. */
  public void text(String printed) {
    text.append(printed);
  }

  /** Prints a value; null prints nothing. */
  public void value(@Nullable Object value) {
    if (value instanceof String printed) {
      text.append(printed);
    } else if (value instanceof TemplateBlock block) {
      block.render();
    } else if (value != null) {
      TextForm.append(value, text);
    }
  }

  /** Prints an integer. */
  public void number(int number) {
    text.append(number);
  }

  /** Prints what {@link TemplateInput#json} gives. */
  public void json(@Nullable Object selected) {
    if (selected == null) {
      text.append("\"\"");
    } else {
      JsonText.append(selected, text);
    }
  }

  /** Prints what {@link GatewayFunctions#escapeJavaScript} gives. */
  public void escapedJavaScript(@Nullable Object value) {
    text.appendEscaped(value == null ? "null" : Values.text(value), true);
  }

  /** Starts a text of its own; what is printed until {@link #end} belongs to it. */
  public int begin() {
    int start = text.length();
    if (openTexts++ == 0) {
      resultLength = start;
    }
    return start;
  }

  /** Ends the text that was started last, at the place that {@link #begin} gave, and gives it. */
  public String end(int start) {
    openTexts--;
    return text.cut(start);
  }

  /** Starts a loop over what the value holds; over nothing if it cannot be iterated. */
  public Loop loop(@Nullable Object value) {
    return new Loop(Values.iterator(value), this, line, column, running);
  }

  void runs(@Nullable Loop loop) {
    running = loop;
  }

  /**
   * A property of a loop that runs where a definition is used: of the innermost one for 0, of the
   * one around it for 1; null if there is no such loop.
   */
  public <T> @Nullable T ofLoop(int parents, Function<Loop, T> property) {
    Loop loop = running;
    for (int i = 0; i < parents && loop != null; i++) {
      loop = loop.parent();
    }
    return loop == null ? null : property.apply(loop);
  }

  /** A property of the outermost loop that runs; null if none does. */
  public <T> @Nullable T ofTopmostLoop(Function<Loop, T> property) {
    Loop topmost = null;
    for (Loop loop = running; loop != null; loop = loop.parent()) {
      topmost = loop;
    }
    return topmost == null ? null : property.apply(topmost);
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
