package io.gatemason.runtime.exchange;

import io.gatemason.runtime.clock.Ticker;
import java.util.concurrent.TimeUnit;

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
  private int serviceStatus;
  private int integrationStatus;

  /** The record of a call that arrives now. */
  public CallRecord(Ticker ticker) {
    this.ticker = ticker;
    this.arrived = ticker.nanos();
  }

  /** The integration is being called. */
  public void integrationBegins() {
    integrationBegan = ticker.nanos();
    integrationEnded = NEVER;
  }

  /** The integration has failed if it has not answered yet. */
  void integrationIsOver() {
    if (integrationEnded == NEVER) {
      integrationEnds();
    }
  }

  /** The integration has answered wholly. */
  public void integrationEnds() {
    integrationEnded = ticker.nanos();
  }

  /**
   * The integration has answered.
   *
   * @param service status of the service that was called, such as Lambda itself
   * @param own status that the backend's code gave, the same where there is no service between
   */
  public void integrationAnswered(int service, int own) {
    integrationEnded = ticker.nanos();
    serviceStatus = service;
    integrationStatus = own;
  }

  /** How long the integration took in milliseconds, -1 if none was called. */
  public long integrationMillis() {
    if (integrationBegan == NEVER) {
      return -1;
    }
    long end = integrationEnded == NEVER ? ticker.nanos() : integrationEnded;
    return TimeUnit.NANOSECONDS.toMillis(end - integrationBegan);
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
