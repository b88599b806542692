package io.gatemason.runtime.exchange;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.stage.ApiEndpoint;
import io.gatemason.runtime.stage.ByVerb;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.stage.Cors;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is fixed about an API and its stage when the service starts. Immutable. */
public final class ApiInfo {
  private static final String DEFAULT_STAGE = "$default";

  private final String apiId;
  private final String name;
  private final String stage;
  private final Map<String, String> stageVariables;
  private final Set<String> undefinedVariables;
  private final BinaryMediaTypes binaryMediaTypes;
  private final int minimumCompressionSize;
  private final boolean executeApiEndpointDisabled;
  private final String accountId;
  private final String deploymentId;
  private final StageSettings settings;
  private final @Nullable Canary canary;
  private final boolean servesCanary;
  private final boolean httpApi;
  private final ApiEndpoint endpoint;
  private final @Nullable Cors cors;

  ApiInfo(ApiInfoBuilder builder) {
    this.apiId = builder.apiId;
    this.name = builder.name;
    this.stage = builder.stage;
    this.stageVariables = Collections.unmodifiableMap(new TreeMap<>(builder.stageVariables));
    this.undefinedVariables =
        Collections.unmodifiableSet(new TreeSet<>(builder.undefinedVariables));
    this.binaryMediaTypes = builder.binaryMediaTypes;
    this.minimumCompressionSize = builder.minimumCompressionSize;
    this.executeApiEndpointDisabled = builder.executeApiEndpointDisabled;
    this.accountId = builder.accountId;
    this.deploymentId = builder.deploymentId;
    this.settings = builder.settings;
    this.canary = builder.canary;
    this.servesCanary = builder.servesCanary;
    this.httpApi = builder.httpApi;
    this.endpoint = builder.endpoint;
    this.cors = builder.cors;
  }

  /** An API with its stage and no other settings, see {@link #builder}. */
  public static ApiInfo of(String apiId, String stage) {
    return builder(apiId, stage).build();
  }

  /**
   * The API {@code apiId} with its stage; an empty stage name means that it answers at the root.
   */
  public static ApiInfoBuilder builder(String apiId, String stage) {
    return new ApiInfoBuilder(apiId, stage);
  }

  /** A builder that starts with what is fixed here. */
  public ApiInfoBuilder toBuilder() {
    ApiInfoBuilder builder = new ApiInfoBuilder(apiId, stage);
    builder.name = name;
    builder.stageVariables.putAll(stageVariables);
    builder.undefinedVariables.addAll(undefinedVariables);
    builder.binaryMediaTypes = binaryMediaTypes;
    builder.minimumCompressionSize = minimumCompressionSize;
    builder.executeApiEndpointDisabled = executeApiEndpointDisabled;
    builder.accountId = accountId;
    builder.deploymentId = deploymentId;
    builder.settings = settings;
    builder.canary = canary;
    builder.servesCanary = servesCanary;
    builder.httpApi = httpApi;
    builder.endpoint = endpoint;
    builder.cors = cors;
    return builder;
  }

  /** The API's id. */
  public String apiId() {
    return apiId;
  }

  /** The API's name, which traces show; the id unless set. */
  public String name() {
    return name;
  }

  /** The stage's name, "" if the API answers at the root. */
  public String stage() {
    return stage;
  }

  /** Stage variables by name, sorted. */
  public Map<String, String> stageVariables() {
    return stageVariables;
  }

  /** Stage variables that the API reads and that nothing had defined when it was built, sorted. */
  public Set<String> undefinedVariables() {
    return undefinedVariables;
  }

  /** Whether requests to {@code {apiId}.execute-api.*} are refused. */
  public boolean executeApiEndpointDisabled() {
    return executeApiEndpointDisabled;
  }

  /**
   * The path of the stage, such as {@code /dev}; "" for an API without stages, and for the stage
   * {@code $default} of an HTTP API (docs/behaviour/http-api.md#stages).
   */
  public String pathPrefix() {
    return stage.isEmpty() || stage.equals(DEFAULT_STAGE) ? "" : "/" + stage;
  }

  /** Whether it is an HTTP API, whose answers and failures have a form of their own. */
  public boolean httpApi() {
    return httpApi;
  }

  /** How the API may be reached. */
  public ApiEndpoint endpoint() {
    return endpoint;
  }

  /** What an HTTP API answers to other origins, null where its backends do. */
  public @Nullable Cors cors() {
    return cors;
  }

  /** The account that owns the API. */
  public String accountId() {
    return accountId;
  }

  /** The id of the deployment that answers. */
  public String deploymentId() {
    return deploymentId;
  }

  /** What the stage sets for its methods and its cache. */
  public StageSettings settings() {
    return settings;
  }

  /**
   * What the stage makes of its settings for a method; of a REST API for each verb of requests
   * where the method takes any.
   */
  public <T> ByVerb<T> byVerb(MethodInfo method, BiFunction<String, MethodSettings, T> made) {
    Function<String, T> one = verb -> made.apply(verb, settings(method, verb));
    String own = method.httpMethod();
    return httpApi ? ByVerb.same(one.apply(own)) : ByVerb.of(own, one);
  }

  /** What the stage sets for requests of a verb to a method; of an HTTP API for the route. */
  public MethodSettings settings(MethodInfo method, String verb) {
    String own = method.httpMethod();
    return settings.of(own, httpApi ? own : verb, method.resourcePath());
  }

  /** The canary of the stage, null if it has none. */
  public @Nullable Canary canary() {
    return canary;
  }

  /** Whether these are the requests that the canary serves. */
  public boolean servesCanary() {
    return servesCanary;
  }

  /**
   * A variable of the stage. One that is missing is "", but a URI of an HTTP API cannot do without
   * it.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if an HTTP API lacks it
   */
  String stageVariable(String name) {
    String value = stageVariables.get(name);
    if (value == null && httpApi) {
      throw GatewayFailure.configurationError("stage variable " + name + " is not defined");
    }
    return value == null ? "" : value;
  }

  /** Size in bytes from which responses are compressed, -1 if they never are. */
  int minimumCompressionSize() {
    return minimumCompressionSize;
  }

  BinaryMediaTypes binaryMediaTypes() {
    return binaryMediaTypes;
  }
}
