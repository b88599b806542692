package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.integration.StatusCondition.InSpans;
import io.gatemason.generator.layout.integration.StatusCondition.Matches;
import io.gatemason.generator.layout.integration.StatusCondition.Span;
import io.gatemason.generator.model.SelectionPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns selection patterns over status codes into comparisons where that reads better. */
final class StatusConditions {
  private static final Pattern ONE_STATUS = Pattern.compile("\\d+");
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999;
  private static final int READABLE_SPANS = 3;

  private StatusConditions() {}

  /** For a backend that speaks HTTP, whose status has three digits. */
  static StatusCondition ofThreeDigits(SelectionPattern pattern) {
    Matcher matcher = Pattern.compile(pattern.regex()).matcher("");
    List<Span> spans = new ArrayList<>();
    for (int status = LOWEST; status <= HIGHEST; status++) {
      if (matcher.reset(Integer.toString(status)).matches()) {
        Span last = spans.isEmpty() ? new Span(0, 0) : spans.get(spans.size() - 1);
        if (last.last() == status - 1) {
          spans.set(spans.size() - 1, new Span(last.first(), status));
        } else {
          spans.add(new Span(status, status));
        }
      }
    }
    return spans.size() > READABLE_SPANS ? new Matches(pattern.regex()) : new InSpans(spans);
  }

  /** For a mock, which may name any integer. */
  static StatusCondition ofAnyInteger(SelectionPattern pattern) {
    String regex = pattern.regex();
    boolean oneStatus = ONE_STATUS.matcher(regex).matches() && regex.length() < 9;
    return oneStatus && !(regex.startsWith("0") && regex.length() > 1)
        ? only(Integer.parseInt(regex))
        : new Matches(regex);
  }

  /** For one status. */
  static StatusCondition only(int status) {
    return new InSpans(List.of(new Span(status, status)));
  }

  /** Whether a status fits. */
  static boolean holds(StatusCondition condition, int status) {
    if (condition instanceof InSpans in) {
      return in.spans().stream().anyMatch(s -> s.first() <= status && status <= s.last());
    }
    return Pattern.matches(((Matches) condition).regex(), Integer.toString(status));
  }
}
