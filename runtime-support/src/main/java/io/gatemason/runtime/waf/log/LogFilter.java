package io.gatemason.runtime.waf.log;

import io.gatemason.runtime.waf.WebAclOutcome;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which requests are written, or are not (docs/behaviour/web-acls.md#logs). Immutable.
 *
 * @param keeps whether those that meet it are written
 * @param all whether all conditions have to hold, or one
 * @param conditions the conditions
 */
public record LogFilter(boolean keeps, boolean all, List<Condition> conditions) {

  /** A condition of a request. */
  public interface Condition extends Predicate<WebAclOutcome> {

    /** A rule took that action: ALLOW or BLOCK at the end, COUNT before. */
    static Condition action(String action) {
      return outcome ->
          switch (action) {
            case "ALLOW" -> outcome.allowed();
            case "BLOCK" -> !outcome.allowed();
            case "COUNT" -> outcome.anyCounted();
            default -> false;
          };
    }

    /** The request has a label, named wholly. */
    static Condition label(String name) {
      return outcome -> outcome.hasLabel(name);
    }
  }

  public LogFilter {
    conditions = List.copyOf(conditions);
  }

  /** A filter that keeps what it fits. */
  public static LogFilter keep(boolean all, Condition... conditions) {
    return new LogFilter(true, all, List.of(conditions));
  }

  /** A filter that drops what it fits. */
  public static LogFilter drop(boolean all, Condition... conditions) {
    return new LogFilter(false, all, List.of(conditions));
  }

  boolean fits(WebAclOutcome outcome) {
    Stream<Condition> each = conditions.stream();
    return all
        ? each.allMatch(condition -> condition.test(outcome))
        : each.anyMatch(condition -> condition.test(outcome));
  }
}
