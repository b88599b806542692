package io.gatemason.runtime.throttle;

import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request to one method of one stage is judged by, in order: client and method, client,
 * method, account, quota. Immutable. Source: {@code docs/behaviour/clients.md#levels}.
 */
final class MethodLimits {
  private static final String CLIENT = "client/";

  private final StageName stage;
  private final List<String> methods;
  private final List<Limit> shared;

  /**
   * Limits of a method.
   *
   * @param methods by which names a plan may throttle it, the nearest first
   * @param bucket the name of its bucket in the stage
   */
  MethodLimits(
      StageName stage,
      List<String> methods,
      String bucket,
      @Nullable Rates rates,
      @Nullable RateLimit account) {
    this.stage = stage;
    this.methods = List.copyOf(methods);
    List<Limit> limits = new ArrayList<>();
    if (rates != null) {
      limits.add(limit("method/" + stage.apiId() + "/" + stage.stage() + "/" + bucket, rates));
    }
    if (account != null) {
      limits.add(account);
    }
    this.shared = List.copyOf(limits);
  }

  /** Limits of a request without an API key. */
  List<Limit> ofAnybody() {
    return shared;
  }

  /** Limits of a request of {@code client} on a day, in days since 1970. */
  List<Limit> of(KnownClient client, long day) {
    List<Limit> limits = new ArrayList<>(shared.size() + 3);
    Limit throttle = planThrottle(client);
    if (throttle != null) {
      limits.add(throttle);
    }
    RateLimit rate = client.rate();
    if (rate != null) {
      limits.add(rate);
    }
    limits.addAll(shared);
    limits.add(client.quotaOn(day));
    return limits;
  }

  private @Nullable Limit planThrottle(KnownClient client) {
    for (String method : methods) {
      Rates rates = client.plan().methodRates(stage, method);
      if (rates != null) {
        return limit(
            client.name() + "/" + stage.apiId() + "/" + stage.stage() + "/" + method, rates);
      }
    }
    return null;
  }

  /**
   * The level of a throttle, for metrics: {@code plan_method}, {@code plan}, {@code stage} or
   * {@code account}; for a quota the id of its plan.
   */
  static String level(Limit limit) {
    String[] parts = limit.name().split("/", 4);
    return switch (parts[0]) {
      case "client" ->
          limit instanceof QuotaLimit ? parts[1] : parts.length > 3 ? "plan_method" : "plan";
      case "method" -> "stage";
      default -> parts[0];
    };
  }

  /** Whether a limit is one of a client's plan. */
  static boolean isOfClient(Limit limit) {
    return limit.name().startsWith(CLIENT);
  }

  /** The name of what a key uses of a plan. */
  static String clientName(UsagePlan plan, String keyId) {
    return CLIENT + plan.id() + "/" + keyId;
  }

  static RateLimit limit(String name, Rates rates) {
    return new RateLimit(name, rates.rateLimit(), rates.burstLimit());
  }
}
