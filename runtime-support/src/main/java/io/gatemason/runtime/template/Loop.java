package io.gatemason.runtime.template;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One {@code #foreach} that is running. Not thread-safe. */
public final class Loop {
  private final Iterator<?> items;
  private final TemplateOutput out;
  private final int line;
  private final int column;
  private final @Nullable Loop parent;
  private int index = -1;
  private @Nullable Object value;

  Loop(Iterator<?> items, TemplateOutput out, int line, int column, @Nullable Loop parent) {
    this.items = items;
    this.out = out;
    this.line = line;
    this.column = column;
    this.parent = parent;
  }

  /**
   * Goes to the next item.
   *
   * @return whether there is one
   * @throws TemplateException if the loop would run more than 1000 times
   */
  public boolean next() {
    if (!items.hasNext()) {
      end();
      return false;
    }
    if (++index >= TemplateLimits.LOOP_ROUNDS) {
      throw new TemplateException(
          "loop runs more than " + TemplateLimits.LOOP_ROUNDS + " times", line, column, null);
    }
    out.countRound();
    if (index == 0) {
      out.runs(this);
    }
    value = items.next();
    return true;
  }

  /** Ends the loop before its last item, as {@code #break} does. */
  public void end() {
    out.runs(parent);
  }

  /** The loop around this one where it runs; null if there is none. */
  @Nullable Loop parent() {
    return parent;
  }

  /** The current item. */
  public @Nullable Object value() {
    return value;
  }

  /** The number of the current item, counted from 1. */
  public int count() {
    return index + 1;
  }

  /** The number of the current item, counted from 0. */
  public int index() {
    return index;
  }

  /** Whether more items follow. */
  public boolean hasNext() {
    return items.hasNext();
  }

  /** Whether this is the first item. */
  public boolean first() {
    return index < 1;
  }

  /** Whether this is the last item. */
  public boolean last() {
    return !items.hasNext();
  }
}
