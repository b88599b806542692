package io.gatemason.runtime.exchange;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.CallTrace.Callee;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of every call: when it arrived, when its integration was called and answered,
 * and with which status. Belongs to the thread that serves the call.
 */
public final class CallRecord {
  private static final long NEVER = Long.MIN_VALUE;

  private final Ticker ticker;
  private final long arrived;
  private long integrationBegan = NEVER;
  private long integrationEnded = NEVER;
  private Runnable begins = () -> {};
  private int serviceStatus;
  private int integrationStatus;
  private boolean streamed;
  private boolean cacheHit;
  private CallTrace trace = CallTrace.NONE;
  private Callee callee = Callee.NONE;
  private String authorizer = "";
  private boolean authorizerKnew;
  private String limit = "";
  private boolean cacheMissed;
  private Map<Phase, Ended> phases = Map.of();

  /** The record of a call that arrives now. */
  public CallRecord(Ticker ticker) {
    this.ticker = ticker;
    this.arrived = ticker.nanos();
  }

  /** A part of a call before its integration is called, which may fail. */
  public enum Phase {
    AUTHENTICATE,
    AUTHORIZE,
    AUTHORIZER,
    CACHE,
    WAF
  }

  /**
   * How a part of a call ended.
   *
   * @param millis how long it took
   * @param status 200, or that of the gateway response
   * @param error what failed, null if nothing did
   */
  public record Ended(long millis, int status, @Nullable String error) {}

  /** Runs a part of the call and remembers how long it took and how it ended; it may fail. */
  public void measure(Phase phase, Runnable step) {
    measureStatus(
        phase,
        () -> {
          step.run();
          return 200;
        });
  }

  /** As {@link #measure}, of a part that ends with a status where it does not fail. */
  public void measureStatus(Phase phase, IntSupplier step) {
    long began = ticker.nanos();
    trace.begins(phase);
    try {
      ended(phase, began, step.getAsInt(), null);
    } catch (GatewayFailure e) {
      ended(phase, began, e.status(), e.text() == null ? e.getMessage() : e.text());
      throw e;
    } finally {
      trace.ends(phase);
    }
  }

  /** Records the call in a trace. */
  public void trace(CallTrace recorded) {
    trace = recorded;
  }

  /** What is recorded of the call in a trace. */
  public CallTrace trace() {
    return trace;
  }

  private void ended(Phase phase, long began, int status, @Nullable String error) {
    if (phases.isEmpty()) {
      phases = new EnumMap<>(Phase.class);
    }
    phases.put(phase, new Ended(millisSince(began), status, error));
  }

  /** How a part of the call ended, null if it did not take place. */
  public @Nullable Ended phase(Phase phase) {
    return phases.get(phase);
  }

  private long millisSince(long began) {
    return TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - began);
  }

  /** An authorizer of that name judges the caller by what is known, or asks anew. */
  public void authorizer(String name, boolean known) {
    authorizer = name;
    authorizerKnew = known;
  }

  /** The name of the authorizer that judged the caller, "" if none did. */
  public String authorizer() {
    return authorizer;
  }

  /** Whether the authorizer judged by what was known. */
  public boolean authorizerKnew() {
    return authorizerKnew;
  }

  /** The request is refused by a throttle of that level, or by the quota of that plan. */
  public void limited(String levelOrPlan) {
    limit = levelOrPlan;
  }

  /** The level of the throttle, or the plan, that refused the request, "" if none did. */
  public String limit() {
    return limit;
  }

  /** The answer of the integration is passed on as it comes. */
  public void streams() {
    streamed = true;
  }

  /** Whether the answer of the integration is passed on as it comes. */
  boolean isStreamed() {
    return streamed;
  }

  /** The answer of a method is looked for in the cache of its stage. */
  public void looksIntoCache() {
    trace.begins(Phase.CACHE);
  }

  /** The answer of a method was looked for in the cache of its stage. */
  public void looksIntoCache(boolean found) {
    trace.ends(Phase.CACHE);
    cacheHit = found;
    cacheMissed = !found;
  }

  /** Whether the answer came from the cache. */
  public boolean isCacheHit() {
    return cacheHit;
  }

  /** Whether the cache had no answer. */
  public boolean isCacheMiss() {
    return cacheMissed;
  }

  /** Has {@code told} run when an integration is called. */
  public void whenIntegrationBegins(Runnable told) {
    begins = told;
  }

  /** What is going to be called as the integration. */
  public void calls(Callee integration) {
    callee = integration;
  }

  /** What was called as the integration. */
  public Callee callee() {
    return callee;
  }

  /** The integration is being called. */
  public void integrationBegins() {
    integrationBegan = ticker.nanos();
    integrationEnded = NEVER;
    begins.run();
  }

  /** The integration has failed if it has not answered yet. */
  public void integrationIsOver() {
    if (integrationEnded == NEVER) {
      integrationEnds();
    }
  }

  /** The integration has answered wholly. */
  public void integrationEnds() {
    integrationEnded = ticker.nanos();
    trace.answers();
  }

  /**
   * The integration has answered.
   *
   * @param service status of the service that was called, such as Lambda itself
   * @param own status that the backend's code gave, the same where there is no service between
   */
  public void integrationAnswered(int service, int own) {
    integrationEnded = ticker.nanos();
    trace.answers();
    serviceStatus = service;
    integrationStatus = own;
  }

  /** How long the integration took in milliseconds, -1 if none was called. */
  public long integrationMillis() {
    return integrationBegan == NEVER ? -1 : TimeUnit.NANOSECONDS.toMillis(integrationNanos());
  }

  /** How long the integration took in nanoseconds, -1 if none was called. */
  public long integrationNanos() {
    if (integrationBegan == NEVER) {
      return -1;
    }
    long end = integrationEnded == NEVER ? ticker.nanos() : integrationEnded;
    return end - integrationBegan;
  }

  /** How long ago the call arrived, in nanoseconds. */
  public long nanos() {
    return ticker.nanos() - arrived;
  }

  /** How long ago the call arrived, in milliseconds. */
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - arrived);
  }

  /** Status of the service that was called, 0 before it has answered. */
  public int serviceStatus() {
    return serviceStatus;
  }

  /** Status that the backend's code gave, 0 before it has answered. */
  public int integrationStatus() {
    return integrationStatus;
  }
}
