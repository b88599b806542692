package io.gatemason.runtime.throttle;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.LimitFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets those through who have an API key of a usage plan of the stage. Safe for concurrent use.
 * Source: {@code docs/behaviour/clients.md#api-keys}.
 */
public final class ApiKeys {
  /** A power of two. */
  private static final int KNOWN = 16_384;

  /** Stands for a key that nobody has, so that it takes the work of one that opens nothing here. */
  private static final List<ApiKey> NOBODYS = List.of(ApiKey.of("", "").plan(""));

  private final KeyRing ring;
  private final Map<String, UsagePlan> plans = new HashMap<>();
  private final boolean fromAuthorizer;

  /** The client last seen of all keys whose digests end alike; null for none. */
  private final AtomicReferenceArray<@Nullable KnownClient> known =
      new AtomicReferenceArray<>(KNOWN);

  ApiKeys(UsagePlans plans, StageName stage, boolean fromAuthorizer) {
    this.ring = plans.keys();
    this.fromAuthorizer = fromAuthorizer;
    plans.all().stream()
        .filter(plan -> plan.covers(stage))
        .forEach(plan -> this.plans.put(plan.id(), plan));
  }

  /**
   * Takes the key from the header {@code x-api-key}, or from what the authorizer said, and puts it
   * into the context. A key that is absent, unknown, switched off or in no plan of the stage ends
   * the exchange, all in the same way and after the same work.
   */
  public void require(Exchange exchange) {
    String value =
        fromAuthorizer
            ? exchange.context().usageIdentifierKey()
            : Exchange.text(exchange.head().inAnyCase("x-api-key"), "");
    PlanLines.verifying(exchange, value);
    // Nothing is no key, whatever value a key was given.
    List<ApiKey> found = ring.find(value);
    KnownClient client = client(value.isEmpty() || found.isEmpty() ? NOBODYS : found);
    if (client == null) {
      throw LimitFailures.invalidApiKey(PlanLines.unknown(exchange, value));
    }
    PlanLines.found(exchange, value);
    exchange.context().set(ContextVariable.IDENTITY_API_KEY, value);
    exchange.context().set(ContextVariable.IDENTITY_API_KEY_ID, client.key().id());
    exchange.context().leave(KnownClient.class, client);
  }

  /** Remembered by the key itself: one that was read again is another. */
  private KnownClient known(ApiKey key, UsagePlan plan) {
    KeyDigest digest = Objects.requireNonNull(key.digest(), "a key that was found has a value");
    int place = (int) digest.fourth() & (KNOWN - 1);
    KnownClient client = known.get(place);
    if (client == null || client.key() != key) {
      client = new KnownClient(key, plan);
      known.set(place, client);
    }
    return client;
  }

  private @Nullable KnownClient client(List<ApiKey> keys) {
    for (ApiKey key : keys) {
      for (String id : key.plans()) {
        UsagePlan plan = plans.get(id);
        if (plan != null && key.isEnabled()) {
          return known(key, plan);
        }
      }
    }
    return null;
  }
}
