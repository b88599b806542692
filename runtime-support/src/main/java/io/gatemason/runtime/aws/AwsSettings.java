package io.gatemason.runtime.aws;

import io.gatemason.runtime.config.Switch;
import io.helidon.config.Config;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runtime settings of calls to AWS services. A setting comes before the environment variable of the
 * same purpose. Immutable.
 *
 * <ul>
 *   <li>{@code gateway.aws.region}, else AWS_REGION, else AWS_DEFAULT_REGION, else us-east-1: the
 *       region of functions that are named without one
 *   <li>{@code gateway.aws.endpoint-urls.<service>}, else AWS_ENDPOINT_URL_&lt;SERVICE&gt;, else
 *       {@code gateway.aws.endpoint-url}, else AWS_ENDPOINT_URL: where a service is reached instead
 *       of its public host; {@code <service>} as in integration URIs, {@code <SERVICE>} as the AWS
 *       SDKs spell it. AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true leaves the variables out
 *   <li>{@code gateway.aws.assume-roles} (false): whether the role that an integration names is
 *       assumed through STS; otherwise calls are signed with the process's own credentials
 *   <li>{@code gateway.lambda.functions.<name>.endpoint-url}: a runtime interface emulator that
 *       runs this function
 * </ul>
 */
public final class AwsSettings {
  private static final int REMEMBERED = 1_000;

  private final Config config;
  private final Function<String, @Nullable String> environment;
  private final Map<String, Optional<String>> endpointUrls = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> functionUrls = new ConcurrentHashMap<>();

  /** Settings from {@code config} and environment variables. */
  public AwsSettings(Config config, Function<String, @Nullable String> environment) {
    this.config = config;
    this.environment = environment;
  }

  /** The region of functions that are named without one. */
  public String region() {
    return config
        .get("gateway.aws.region")
        .asString()
        .or(() -> variable("AWS_REGION"))
        .or(() -> variable("AWS_DEFAULT_REGION"))
        .orElse("us-east-1");
  }

  /** The address of a runtime interface emulator that runs the function, null if none does. */
  public @Nullable String functionUrl(String functionName) {
    return known(
        functionUrls,
        functionName,
        name ->
            config
                .get("gateway.lambda.functions")
                .get(Config.Key.escapeName(name))
                .get("endpoint-url")
                .asString()
                .asOptional());
  }

  /** Names that requests make up are looked up each time, rather than remembered without bound. */
  private static @Nullable String known(
      Map<String, Optional<String>> urls, String name, Function<String, Optional<String>> lookUp) {
    Optional<String> url = urls.get(name);
    if (url == null) {
      url = lookUp.apply(name);
      if (urls.size() < REMEMBERED) {
        urls.put(name, url);
      }
    }
    return url.orElse(null);
  }

  boolean assumeRoles() {
    return Switch.read(config.get("gateway.aws.assume-roles")).orElse(false);
  }

  /** Whether functions are invoked at another place than AWS Lambda itself. */
  public boolean hasLambdaEndpoint() {
    return endpointUrl("lambda") != null;
  }

  /** Where the service is reached instead of its public host, null if nowhere. */
  @Nullable String endpointUrl(String service) {
    return known(endpointUrls, service, this::findEndpointUrl);
  }

  /** Where the service is reached instead of its public host, null if nowhere. */
  public @Nullable String endpointUrlOf(String service) {
    return endpointUrl(service);
  }

  /** Whether that is said for this service alone. */
  public boolean hasOwnEndpointUrl(String service) {
    return ownEndpointUrl(service).isPresent();
  }

  private boolean variablesIgnored() {
    return variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").filter("true"::equals).isPresent();
  }

  private Optional<String> ownEndpointUrl(String service) {
    return config
        .get("gateway.aws.endpoint-urls")
        .get(Config.Key.escapeName(service))
        .asString()
        .or(
            () ->
                variablesIgnored()
                    ? Optional.empty()
                    : variable("AWS_ENDPOINT_URL_" + sdkName(service)));
  }

  private Optional<String> findEndpointUrl(String service) {
    boolean ignored = variablesIgnored();
    Config aws = config.get("gateway.aws");
    return ownEndpointUrl(service)
        .or(() -> aws.get("endpoint-url").asString().asOptional())
        .or(() -> ignored ? Optional.empty() : variable("AWS_ENDPOINT_URL"));
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  /** The SDKs name these variables after a service id that hosts do not show. */
  private static String sdkName(String service) {
    return switch (service) {
      case "states" -> "SFN";
      case "events" -> "EVENTBRIDGE";
      case "monitoring" -> "CLOUDWATCH";
      case "logs" -> "CLOUDWATCH_LOGS";
      case "email" -> "SES";
      case "iotdata" -> "IOT_DATA_PLANE";
      case "secretsmanager" -> "SECRETS_MANAGER";
      case "cognito-idp" -> "COGNITO_IDENTITY_PROVIDER";
      case "cognito-identity" -> "COGNITO_IDENTITY";
      case "elasticloadbalancing" -> "ELASTIC_LOAD_BALANCING_V2";
      case "autoscaling" -> "AUTO_SCALING";
      case "route53" -> "ROUTE_53";
      default -> service.toUpperCase(Locale.ROOT).replace('-', '_');
    };
  }
}
