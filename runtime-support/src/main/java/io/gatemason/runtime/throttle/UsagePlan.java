package io.gatemason.runtime.throttle;

import io.gatemason.runtime.store.QuotaLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A usage plan: the stages that its keys open, and how much each key gets of them. Immutable; every
 * method that says more gives a new plan. Source: {@code docs/behaviour/clients.md#usage-plans}.
 */
public final class UsagePlan {
  private final String id;
  private final String name;
  private final @Nullable Rates rates;
  private final @Nullable Quota quota;
  private final Map<StageName, Map<String, Rates>> stages;

  private UsagePlan(
      String id,
      String name,
      @Nullable Rates rates,
      @Nullable Quota quota,
      Map<StageName, Map<String, Rates>> stages) {
    this.id = id;
    this.name = name;
    this.rates = rates;
    this.quota = quota;
    this.stages = stages;
  }

  /** The plan {@code id}, without stages and limits; {@code name} is for people. */
  public static UsagePlan of(String id, String name) {
    return new UsagePlan(id, name, null, null, Map.of());
  }

  /** The same with a throttle for each key, over all stages of the plan. */
  public UsagePlan throttle(double rateLimit, long burstLimit) {
    return new UsagePlan(id, name, new Rates(rateLimit, burstLimit), quota, stages);
  }

  /**
   * The same with a quota for each key.
   *
   * @param offset how many fewer requests there are in the period in which the plan began
   */
  public UsagePlan quota(long limit, long offset, QuotaPeriod period) {
    return new UsagePlan(id, name, rates, new Quota(limit, offset, period, Quota.UNKNOWN), stages);
  }

  /** The same with a stage, {@code ""} for an API without stages, that its keys open. */
  public UsagePlan stage(String apiId, String stage) {
    return withStage(new StageName(apiId, stage), Map.of());
  }

  /** The same with a throttle for each key at one method of a stage, which the plan then has. */
  public UsagePlan methodThrottle(
      String apiId,
      String stage,
      String httpMethod,
      String resourcePath,
      double rateLimit,
      long burstLimit) {
    return withStage(
        new StageName(apiId, stage),
        Map.of(methodName(httpMethod, resourcePath), new Rates(rateLimit, burstLimit)));
  }

  /** The plan's id. */
  public String id() {
    return id;
  }

  /** The plan's name. */
  public String name() {
    return name;
  }

  /** The same with the day, in days since 1970, on which the first period began. */
  public UsagePlan began(long day) {
    return quota == null ? this : new UsagePlan(id, name, rates, quota.began(day), stages);
  }

  boolean covers(StageName stage) {
    return stages.containsKey(stage);
  }

  @Nullable Rates rates() {
    return rates;
  }

  @Nullable Quota quota() {
    return quota;
  }

  /** The stages that its keys open, as {@code api/stage}, in order. */
  List<String> stageNames() {
    return stages.keySet().stream()
        .map(stage -> stage.apiId() + "/" + stage.stage())
        .sorted()
        .toList();
  }

  boolean hasQuota() {
    return quota != null;
  }

  /** The counter {@code name} of this plan's quota on a day; without a quota it only counts. */
  QuotaLimit quotaOn(String counter, long day) {
    return quota == null
        ? new QuotaLimit(counter, QuotaLimit.UNLIMITED, QuotaPeriod.MONTH.start(day), day)
        : quota.on(counter, day);
  }

  @Nullable Rates methodRates(StageName stage, String method) {
    Map<String, Rates> methods = stages.get(stage);
    return methods == null ? null : methods.get(method);
  }

  static String methodName(String httpMethod, String resourcePath) {
    return httpMethod + " " + resourcePath;
  }

  private UsagePlan withStage(StageName stage, Map<String, Rates> more) {
    Map<String, Rates> methods = new HashMap<>(stages.getOrDefault(stage, Map.of()));
    methods.putAll(more);
    Map<StageName, Map<String, Rates>> all = new HashMap<>(stages);
    all.put(stage, Map.copyOf(methods));
    return new UsagePlan(id, name, rates, quota, Map.copyOf(all));
  }
}
