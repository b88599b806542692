package io.gatemason.runtime.trace;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.trace.SamplingRule.RequestMatch;
import io.gatemason.runtime.trace.SamplingRule.StageMatch;
import io.helidon.config.Config;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are traced that nobody has decided about: the first rule that means a request
 * says. Without another rule it is one request a second, and five per cent of the others. Safe for
 * concurrent use. Source: {@code docs/behaviour/tracing.md#sampling}.
 */
final class SamplingRules {
  private static final int LAST_PRIORITY = 10_000;
  private static final int MOST_PER_SECOND = 1_000_000;
  private static final int MOST_ATTRIBUTE = 32;
  private static final StageMatch ANY_STAGE =
      new StageMatch(Wildcard.ANY, Wildcard.ANY, Wildcard.ANY);
  private static final RequestMatch ANY_REQUEST =
      new RequestMatch(Wildcard.ANY, Wildcard.ANY, Wildcard.ANY, Map.of());

  private final List<SamplingRule> rules;

  private SamplingRules(List<SamplingRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The rules {@code gateway.tracing.sampling-rules}, and the default rule behind them.
   *
   * @throws IllegalArgumentException if one is unusable
   */
  static SamplingRules read(Config tracing, Ticker ticker) {
    List<SamplingRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of("Default"));
    for (Config rule : tracing.get("sampling-rules").asNodeList().orElseGet(List::of)) {
      SamplingRule read = rule(rule, ticker);
      if (!names.add(read.name())) {
        throw new IllegalArgumentException(
            rule.key() + ".name \"" + read.name() + "\" is that of another rule");
      }
      rules.add(read);
    }
    rules.sort(Comparator.comparingInt(SamplingRule::priority));
    rules.add(
        new SamplingRule(
            "Default",
            LAST_PRIORITY,
            reservoir(tracing.get("reservoir"), 1, ticker),
            percent(tracing.get("rate"), 5),
            ANY_STAGE,
            ANY_REQUEST));
    return new SamplingRules(rules);
  }

  private static SamplingRule rule(Config rule, Ticker ticker) {
    return new SamplingRule(
        rule.get("name").asString().orElseGet(() -> rule.key().toString()),
        priority(rule.get("priority")),
        reservoir(rule.get("reservoir"), 0, ticker),
        percent(rule.get("rate"), 0),
        new StageMatch(
            wildcard(rule.get("service-name")),
            wildcard(rule.get("service-type")),
            wildcard(rule.get("resource-arn"))),
        new RequestMatch(
            wildcard(rule.get("host")),
            wildcard(rule.get("http-method")),
            wildcard(rule.get("url-path")),
            attributes(rule.get("attributes"))));
  }

  private static Wildcard wildcard(Config setting) {
    return setting.asString().map(Wildcard::new).orElse(Wildcard.ANY);
  }

  private static Map<String, Wildcard> attributes(Config set) {
    Map<String, Wildcard> attributes = new TreeMap<>();
    for (Config attribute : set.asNodeList().orElseGet(List::of)) {
      String value = attribute.asString().orElse("");
      if (value.length() > MOST_ATTRIBUTE) {
        throw new IllegalArgumentException(
            attribute.key() + " is longer than " + MOST_ATTRIBUTE + " characters");
      }
      attributes.put(Config.Key.unescapeName(attribute.name()), new Wildcard(value));
    }
    return attributes;
  }

  private static int priority(Config setting) {
    int priority = setting.asInt().orElse(LAST_PRIORITY - 1);
    if (priority < 1 || priority >= LAST_PRIORITY) {
      throw new IllegalArgumentException(setting.key() + " is from 1 to 9999, not " + priority);
    }
    return priority;
  }

  private static Reservoir reservoir(Config setting, int ifMissing, Ticker ticker) {
    int perSecond = setting.asInt().orElse(ifMissing);
    if (perSecond < 0 || perSecond > MOST_PER_SECOND) {
      throw new IllegalArgumentException(
          setting.key() + " is from 0 to " + MOST_PER_SECOND + ", not " + perSecond);
    }
    return new Reservoir(perSecond, ticker);
  }

  private static double percent(Config setting, double ifMissing) {
    double percent = setting.asDouble().orElse(ifMissing);
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          setting.key() + " is a share in per cent, from 0 to 100, not " + percent);
    }
    return percent;
  }

  /** Those that may mean requests of a stage. */
  SamplingRules ofStage(String name, String type, String arn) {
    return new SamplingRules(
        rules.stream().filter(rule -> rule.stage().matches(name, type, arn)).toList());
  }

  /** The rule by which a request is traced, null if it is not. */
  @Nullable SamplingRule choose(Exchange exchange) {
    for (SamplingRule rule : rules) {
      if (rule.request().matches(exchange)) {
        return rule.takes() ? rule : null;
      }
    }
    return null;
  }
}
