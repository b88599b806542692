package io.gatemason.runtime.aws;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service that an integration URI {@code arn:aws:apigateway:{region}:{service}:...} names, and
 * how it is called (docs/behaviour/integrations.md#uri,
 * docs/behaviour/integrations.md#aws-services). Immutable and safe for concurrent use; made once,
 * as a constant or when the service starts, unless the URI is known only at request time.
 */
public final class AwsEndpoint {
  private static final int DEFAULT_TIMEOUT_MILLIS =
      Math.toIntExact(Limits.INTEGRATION_TIME.toMillis());
  private static final Pattern PREFIX =
      Pattern.compile(
          "arn:(aws[a-z-]{0,16}):apigateway:([a-z0-9-]{1,32})"
              + ":(?:([A-Za-z0-9][A-Za-z0-9.-]{0,126})\\.)?([a-z0-9-]{1,32})");

  private final String partition;
  private final String region;
  private final String subdomain;
  private final String service;
  private final int timeoutMillis;
  private final @Nullable String role;

  private AwsEndpoint(
      String partition,
      String region,
      String subdomain,
      String service,
      int timeoutMillis,
      @Nullable String role) {
    this.partition = partition;
    this.region = region;
    this.subdomain = subdomain;
    this.service = service;
    this.timeoutMillis = timeoutMillis;
    this.role = role;
  }

  /**
   * The endpoint of an integration URI: {@code arnPrefix} is what stands before {@code :path/} or
   * {@code :action/}, such as {@code arn:aws:apigateway:us-east-1:s3} or, with a subdomain, {@code
   * arn:aws:apigateway:us-east-1:data.iot}. The time limit is 29000 ms.
   *
   * @throws IllegalArgumentException if {@code arnPrefix} is anything else
   */
  public static AwsEndpoint of(String arnPrefix) {
    AwsEndpoint endpoint = read(arnPrefix);
    if (endpoint == null) {
      throw new IllegalArgumentException("not arn:aws:apigateway:region:service: " + arnPrefix);
    }
    return endpoint;
  }

  /**
   * As {@link #of}, for a text that is put together when the service starts or later. A malformed
   * one, such as that of a missing stage variable, is a configuration error of the API: it fails
   * the requests that it is meant for, see {@link #requireAddress}.
   */
  public static AwsEndpoint parse(String text) {
    AwsEndpoint endpoint = read(text);
    return endpoint == null
        ? new AwsEndpoint("", "", "", "", DEFAULT_TIMEOUT_MILLIS, null)
        : endpoint;
  }

  /**
   * Does nothing if the text named something.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if it was malformed
   */
  public void requireAddress() {
    if (service.isEmpty()) {
      throw GatewayFailure.configurationError("Invalid endpoint address");
    }
  }

  /**
   * The Invoke API of functions, with a time limit in milliseconds.
   *
   * @param role whose credentials call it; null for the process's own
   */
  public static AwsEndpoint lambda(
      String partition, String region, int timeoutMillis, @Nullable String role) {
    return new AwsEndpoint(partition, region, "", "lambda", timeoutMillis, role);
  }

  private static @Nullable AwsEndpoint read(String arnPrefix) {
    Matcher parts = PREFIX.matcher(arnPrefix);
    if (!parts.matches()) {
      return null;
    }
    String subdomain = parts.group(3) == null ? "" : parts.group(3);
    return new AwsEndpoint(
        parts.group(1), parts.group(2), subdomain, parts.group(4), DEFAULT_TIMEOUT_MILLIS, null);
  }

  /** The same with another limit in milliseconds on the time that the call may take; at least 1. */
  public AwsEndpoint withTimeoutMillis(int millis) {
    if (millis < 1) {
      throw new IllegalArgumentException("timeout of " + millis + " ms");
    }
    return new AwsEndpoint(partition, region, subdomain, service, millis, role);
  }

  /**
   * The same, called with the credentials of the IAM role that the integration names. The role is
   * assumed only if runtime settings say so, see {@link AwsSettings}.
   */
  public AwsEndpoint withCredentials(String roleArn) {
    return new AwsEndpoint(partition, region, subdomain, service, timeoutMillis, roleArn);
  }

  /** The limit in milliseconds on the time that the call may take. */
  public int timeoutMillis() {
    return timeoutMillis;
  }

  /** The service as the URI names it, without a subdomain. */
  public String service() {
    return service;
  }

  /** The region of the service, "" if its URI names none. */
  public String region() {
    return region;
  }

  String subdomain() {
    return subdomain;
  }

  /** The integration's role, null if it has none. */
  public @Nullable String role() {
    return role;
  }

  /** Another service in the same partition and region. */
  AwsEndpoint sibling(String name) {
    return new AwsEndpoint(partition, region, "", name, timeoutMillis, null);
  }

  /** The public host of the service for a call of {@code action}, "" if it is no action. */
  String host(String action) {
    String suffix = suffix();
    if (isGlobal()) {
      return service + "." + suffix;
    }
    String prefix = subdomain.isEmpty() ? "" : subdomain + ".";
    return prefix + hostName(action) + "." + region + "." + suffix;
  }

  /** The service's name in its host, which is not always that in integration URIs. */
  private String hostName(String action) {
    return switch (service) {
      case "iotdata" -> subdomain.isEmpty() ? "data-ats.iot" : "iot";
      case "ses" -> "email";
      case "states" -> action.equals("StartSyncExecution") ? "sync-states" : service;
      default -> service;
    };
  }

  private String suffix() {
    return switch (partition) {
      case "aws-cn" -> "amazonaws.com.cn";
      case "aws-iso" -> "c2s.ic.gov";
      case "aws-iso-b" -> "sc2s.sgov.gov";
      case "aws-iso-e" -> "cloud.adc-e.uk";
      case "aws-iso-f" -> "csp.hci.ic.gov";
      case "aws-eusc" -> "amazonaws.eu";
      default -> "amazonaws.com";
    };
  }

  /** Whether the service has one endpoint per partition. */
  private boolean isGlobal() {
    return switch (service) {
      case "iam", "route53", "cloudfront" -> partition.equals("aws");
      default -> false;
    };
  }

  /** The region in credential scopes. */
  public String signingRegion() {
    return isGlobal() ? "us-east-1" : region;
  }

  /** The service's name in credential scopes, which is not always that of its host. */
  public String signingName() {
    return switch (service) {
      case "email" -> "ses";
      case "iot" -> subdomain.isEmpty() ? "iot" : "iotdata";
      default -> service;
    };
  }
}
