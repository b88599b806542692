package io.gatemason.runtime.throttle;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.stage.ByVerb;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.RateLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The usage plans of a service with their keys, and what was used of them. Safe for concurrent use.
 * Source: {@code docs/behaviour/clients.md#usage-plans}.
 */
public final class UsagePlans {
  private final List<UsagePlan> plans;
  private final KeyRing keys;
  private final LimitStore store;
  private final WallClock clock;
  private final @Nullable RateLimit account;
  private final Throttle accountThrottle;
  private final Map<StageName, ApiKeys> fromHeader = new ConcurrentHashMap<>();
  private final Map<StageName, ApiKeys> fromAuthorizer = new ConcurrentHashMap<>();
  private final Set<MethodInfo> throttled = ConcurrentHashMap.newKeySet();

  /**
   * Plans over what {@code store} remembers.
   *
   * @param account a limit of all requests to the service, null for none
   */
  public UsagePlans(
      List<UsagePlan> plans,
      KeyRing keys,
      LimitStore store,
      WallClock clock,
      @Nullable Rates account) {
    this.plans = List.copyOf(plans);
    this.keys = keys;
    this.store = store;
    this.clock = clock;
    this.account =
        account == null
            ? null
            : new RateLimit("account", account.rateLimit(), account.burstLimit());
    this.accountThrottle =
        new Throttle(
            ByVerb.same(new MethodLimits(new StageName("", ""), List.of(), "", null, this.account)),
            store,
            clock);
  }

  /** Demands keys of the plans of a stage, from the header {@code x-api-key}. */
  public ApiKeys apiKeys(ApiInfo stage) {
    return fromHeader.computeIfAbsent(StageName.of(stage), name -> new ApiKeys(this, name, false));
  }

  /** Demands keys of the plans of a stage, as authorizers name them. */
  public ApiKeys apiKeysOfAuthorizers(ApiInfo stage) {
    return fromAuthorizer.computeIfAbsent(
        StageName.of(stage), name -> new ApiKeys(this, name, true));
  }

  /** Judges requests to a method of a stage. */
  public Throttle throttle(ApiInfo stage, MethodInfo method) {
    throttled.add(method);
    return new Throttle(
        stage.byVerb(method, (verb, settings) -> limits(stage, method, verb, settings)),
        store,
        clock);
  }

  /** An entry of a stage for the method as it is declared, with any verb, is one bucket. */
  private MethodLimits limits(
      ApiInfo stage, MethodInfo method, String verb, MethodSettings settings) {
    String path = method.resourcePath();
    String own = UsagePlan.methodName(verb, path);
    String declared = UsagePlan.methodName(method.httpMethod(), path);
    boolean shared =
        !stage.settings().entry(verb, path).throttles()
            && stage.settings().entry(method.httpMethod(), path).throttles();
    return new MethodLimits(
        StageName.of(stage),
        List.of(own, declared),
        shared ? declared : own,
        rates(settings),
        account);
  }

  /**
   * Judges a request whose method has no throttle of its own by the limit of all requests to the
   * service; a throttle of its own does that together with its other limits.
   */
  public void admit(Exchange exchange) {
    MethodInfo method = exchange.method();
    if (account != null && (method == null || !throttled.contains(method))) {
      accountThrottle.acquire(exchange);
    }
  }

  /**
   * Judges requests to a method by the limit of all requests to the service and no other, when the
   * method asks for it and not before.
   */
  public Consumer<Exchange> admission(MethodInfo method) {
    throttled.add(method);
    return account == null ? exchange -> {} : accountThrottle::acquire;
  }

  /** What was used of a plan by a key, as the managed service's GetUsage says it in JSON. */
  public Optional<String> usage(String planId, String keyId, LocalDate start, LocalDate end) {
    return plan(planId).map(plan -> UsageReport.of(store, plan, keyId, start, end));
  }

  /**
   * All plans, and what their keys used of them.
   *
   * @param mostKeys how many keys of each plan are listed
   */
  public List<PlanOverview> overview(int mostKeys) {
    PlanOverviews overviews = new PlanOverviews(store, today().toEpochDay(), mostKeys);
    List<ApiKey> all = keys.all();
    return plans.stream().map(plan -> overviews.of(plan, all)).toList();
  }

  /**
   * Sets what a key has left of a plan in the current period.
   *
   * @return false if there is no such plan with a quota, or no such key in it
   */
  public boolean remaining(String planId, String keyId, long remaining) {
    Optional<UsagePlan> found =
        plan(planId).filter(UsagePlan::hasQuota).filter(plan -> has(plan, keyId));
    found.ifPresent(
        plan ->
            store.remaining(
                plan.quotaOn(MethodLimits.clientName(plan, keyId), today().toEpochDay()),
                remaining));
    return found.isPresent();
  }

  private boolean has(UsagePlan plan, String keyId) {
    return keys.all().stream()
        .anyMatch(key -> key.plans().contains(plan.id()) && key.id().equals(keyId));
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(clock.epochMillis()), ZoneOffset.UTC);
  }

  /** The keys. */
  public KeyRing keys() {
    return keys;
  }

  List<UsagePlan> all() {
    return plans;
  }

  private Optional<UsagePlan> plan(String id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  private static @Nullable Rates rates(MethodSettings settings) {
    Double rate = settings.rateLimit();
    Integer burst = settings.burstLimit();
    boolean unset = rate == null && burst == null;
    if (unset || (rate != null && rate < 0) || (burst != null && burst < 0)) {
      return null;
    }
    return new Rates(
        rate == null ? Rates.DEFAULT_RATE : rate, burst == null ? Rates.DEFAULT_BURST : burst);
  }
}
