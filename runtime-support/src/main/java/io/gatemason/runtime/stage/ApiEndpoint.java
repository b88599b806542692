package io.gatemason.runtime.stage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an API may be reached (docs/behaviour/domains.md#endpoints). Immutable; every method that
 * says more gives a new one.
 */
public final class ApiEndpoint {
  /** From everywhere, by the usual security policy. */
  public static final ApiEndpoint PUBLIC = new ApiEndpoint(false, false, null);

  private final boolean isPrivate;
  private final boolean strict;
  private final @Nullable String securityPolicy;

  private ApiEndpoint(boolean isPrivate, boolean strict, @Nullable String securityPolicy) {
    this.isPrivate = isPrivate;
    this.strict = strict;
    this.securityPolicy = securityPolicy;
  }

  /** The same through private endpoints only. */
  public ApiEndpoint privately() {
    return new ApiEndpoint(true, strict, securityPolicy);
  }

  /** The same only where TLS was agreed for the host of the request. */
  public ApiEndpoint strictAccess() {
    return new ApiEndpoint(isPrivate, true, securityPolicy);
  }

  /** The same with versions and cipher suites of TLS by a policy of the managed service. */
  public ApiEndpoint securityPolicy(String policy) {
    return new ApiEndpoint(isPrivate, strict, policy);
  }

  /** Whether it is reached through private endpoints only. */
  public boolean isPrivate() {
    return isPrivate;
  }

  /** Whether TLS has to be agreed for the host of the request. */
  public boolean strict() {
    return strict;
  }

  /** The name of a security policy, empty where the usual one counts. */
  public Optional<String> securityPolicy() {
    return Optional.ofNullable(securityPolicy);
  }
}
