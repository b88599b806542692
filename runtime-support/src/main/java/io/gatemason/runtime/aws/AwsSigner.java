package io.gatemason.runtime.aws;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Says where AWS services are reached and signs requests to them. Credentials are looked for when
 * the first request is signed, and never logged. Safe for concurrent use.
 */
public final class AwsSigner implements RequestSigner {
  private final AwsSettings settings;
  private final SecurityTokenService sts;
  private final CredentialChain chain;
  private final WallClock clock;
  private final Map<String, RefreshedCredentials> roles = new ConcurrentHashMap<>();

  /** Signs with credentials that may have to be got through {@code transport}. */
  public AwsSigner(AwsSettings settings, AwsTransport transport, WallClock clock) {
    SdkLoggers.silence();
    this.settings = settings;
    this.clock = clock;
    this.sts = new SecurityTokenService(settings, transport);
    this.chain = new CredentialChain(settings, sts, clock);
  }

  /** The region of the gateway. */
  public String region() {
    return settings.region();
  }

  /**
   * Where {@code action} ("" for a path integration) of the service is sent: {@code scheme://host}
   * of the service, or the URL that settings name instead, which may have a port and a path. There
   * a bucket that the integration names as a subdomain is the beginning of the path.
   */
  public String url(AwsEndpoint endpoint, String action) {
    String override = settings.endpointUrl(endpoint.service());
    if (override == null) {
      return "https://" + endpoint.host(action);
    }
    String bucket = endpoint.service().equals("s3") ? endpoint.subdomain() : "";
    String separator = bucket.isEmpty() || override.endsWith("/") ? "" : "/";
    return override + separator + bucket;
  }

  /**
   * The headers that sign {@code request}; none if there are no credentials.
   *
   * @throws GatewayFailure 500 if the endpoint's role is to be assumed and cannot be
   */
  @Override
  public Map<String, String> sign(AwsEndpoint endpoint, AwsRequest request) {
    AwsCredentialsIdentity identity = identity(endpoint);
    return identity == null ? Map.of() : Signature.of(request, endpoint, identity);
  }

  private @Nullable AwsCredentialsIdentity identity(AwsEndpoint endpoint) {
    String role = endpoint.role();
    if (role == null || !settings.assumeRoles()) {
      return chain.find();
    }
    try {
      return roles.computeIfAbsent(role, any -> assumed(endpoint.sibling("sts"), role)).get();
    } catch (IOException e) {
      throw GatewayFailure.internalError(
          "Execution failed due to configuration error: API Gateway does not have permission to"
              + " assume the provided role "
              + role
              + " ("
              + e.getMessage()
              + ")");
    }
  }

  private RefreshedCredentials assumed(AwsEndpoint endpoint, String role) {
    return new RefreshedCredentials(
        () -> {
          AwsCredentialsIdentity own = chain.find();
          if (own == null) {
            throw new IOException("no credentials to assume it with");
          }
          return sts.assumeRole(endpoint, role, own);
        },
        clock);
  }
}
