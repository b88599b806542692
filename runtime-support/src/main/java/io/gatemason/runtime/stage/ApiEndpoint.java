package io.gatemason.runtime.stage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an API may be reached (docs/behaviour/domains.md#endpoints). Immutable; every method that
 * says more gives a new one.
 */
public final class ApiEndpoint {
  private static final String PRIVATE = "PRIVATE";

  /** From everywhere, by the usual security policy. */
  public static final ApiEndpoint PUBLIC = new ApiEndpoint("EDGE", false, null, null, null);

  private final String type;
  private final boolean strict;
  private final @Nullable String securityPolicy;
  private final @Nullable String vpc;
  private final @Nullable String vpce;

  private ApiEndpoint(
      String type,
      boolean strict,
      @Nullable String securityPolicy,
      @Nullable String vpc,
      @Nullable String vpce) {
    this.type = type;
    this.strict = strict;
    this.securityPolicy = securityPolicy;
    this.vpc = vpc;
    this.vpce = vpce;
  }

  /** The same through private endpoints only. */
  public ApiEndpoint privately() {
    return new ApiEndpoint(PRIVATE, strict, securityPolicy, vpc, vpce);
  }

  /** The same, not before edges of a network of caches. */
  public ApiEndpoint regional() {
    return new ApiEndpoint("REGIONAL", strict, securityPolicy, vpc, vpce);
  }

  /** The same only where TLS was agreed for the host of the request. */
  public ApiEndpoint strictAccess() {
    return new ApiEndpoint(type, true, securityPolicy, vpc, vpce);
  }

  /** The same with versions and cipher suites of TLS by a policy of the managed service. */
  public ApiEndpoint securityPolicy(String policy) {
    return new ApiEndpoint(type, strict, policy, vpc, vpce);
  }

  /**
   * The same for a listener that is a private endpoint.
   *
   * @param network the network that calls come from, null if it is not known
   * @param endpoint the private endpoint, null if it is not known
   */
  public ApiEndpoint through(@Nullable String network, @Nullable String endpoint) {
    return new ApiEndpoint(type, strict, securityPolicy, network, endpoint);
  }

  /** What kind of endpoint it is: {@code EDGE}, {@code REGIONAL} or {@code PRIVATE}. */
  public String type() {
    return type;
  }

  /** Whether it is reached through private endpoints only. */
  public boolean isPrivate() {
    return type.equals(PRIVATE);
  }

  /** Whether TLS has to be agreed for the host of the request. */
  public boolean strict() {
    return strict;
  }

  /** The name of a security policy, empty where the usual one counts. */
  public Optional<String> securityPolicy() {
    return Optional.ofNullable(securityPolicy);
  }

  /** The network that calls come from, null if it is not known. */
  public @Nullable String vpc() {
    return vpc;
  }

  /** The private endpoint that calls come through, null if it is not known. */
  public @Nullable String vpce() {
    return vpce;
  }
}
