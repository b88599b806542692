package io.gatemason.runtime.template;

import io.gatemason.runtime.payload.MemoryBudget;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the lists and maps of one rendering are given to keep, and what its searches look at:
 * each item may be small enough, and all of them together too much. Belongs to the thread that
 * renders.
 */
final class KeptValues {
  private static final ThreadLocal<KeptValues> RENDERING = new ThreadLocal<>();

  /** About a tenth of a second; an honest match looks at each character a few times. */
  private static final int MOST_LOOKS = 20_000_000;

  private int looksLeft = MOST_LOOKS;
  private long units;

  private KeptValues() {}

  /** A rendering begins on this thread. */
  static void begin() {
    RENDERING.set(new KeptValues());
  }

  /** Counts the characters that the searches of this rendering look at, all together. */
  static Runnable looks() {
    KeptValues rendering = RENDERING.get();
    return (rendering == null ? new KeptValues() : rendering)::look;
  }

  private void look() {
    if (--looksLeft < 0) {
      throw new TemplateException("regular expression takes too long");
    }
  }

  /** It has ended. */
  static void end() {
    RENDERING.remove();
  }

  /**
   * Gives the item that is to be kept.
   *
   * @throws TemplateException if all of the rendering's are too much with it
   */
  static @Nullable Object keep(@Nullable Object item) {
    count(units(item));
    return item;
  }

  /** As {@link #keep}, for items that are texts or numbers of their own. */
  static <T extends Collection<?>> T keepAll(T items) {
    long sum = 0;
    for (Object item : items) {
      sum += units(item);
    }
    count(sum);
    return items;
  }

  /** As {@link #keepAll}, for the members of a map. */
  static <T extends Map<?, ?>> T keepAll(T members) {
    keepAll(members.keySet());
    keepAll(members.values());
    return members;
  }

  private static long units(@Nullable Object item) {
    long text = item instanceof String string ? string.length() : 0;
    return TemplateLimits.KEPT_ITEM + text;
  }

  private static void count(long more) {
    KeptValues rendering = RENDERING.get();
    if (rendering != null) {
      MemoryBudget.hold(more);
      rendering.units += more;
      if (rendering.units > TemplateLimits.KEPT) {
        throw new TemplateException("lists and maps hold too much");
      }
    }
  }
}
