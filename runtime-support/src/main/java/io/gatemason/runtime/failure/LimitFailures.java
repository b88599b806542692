package io.gatemason.runtime.failure;

/** The ways in which a request ends because of how much its caller may ask. */
public final class LimitFailures {
  private LimitFailures() {}

  /** The API key is absent, unknown, switched off or in no usage plan of the stage. */
  public static GatewayFailure invalidApiKey(String logLine) {
    return GatewayFailure.before(GatewayResponseType.INVALID_API_KEY, logLine);
  }

  /** A throttle is exceeded. */
  public static GatewayFailure throttled(String logLine) {
    return GatewayFailure.before(GatewayResponseType.THROTTLED, logLine);
  }

  /** Nothing is left of a quota. */
  public static GatewayFailure quotaExceeded(String logLine) {
    return GatewayFailure.before(GatewayResponseType.QUOTA_EXCEEDED, logLine);
  }

  /** The caller may not renew cached answers. */
  public static GatewayFailure cacheRenewalDenied() {
    return GatewayFailure.before(
        GatewayResponseType.ACCESS_DENIED, "the caller may not invalidate the cache");
  }

  /** The state that limits need is out of reach: 503, customised by DEFAULT_5XX. */
  public static GatewayFailure limitsUnavailable(String logLine) {
    GatewayResponseType type = GatewayResponseType.DEFAULT_5XX;
    return new GatewayFailure(
        type, 503, "Service Unavailable", "ServiceUnavailableException", false, null, logLine);
  }
}
