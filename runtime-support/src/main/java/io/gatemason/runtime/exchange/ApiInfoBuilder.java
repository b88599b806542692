package io.gatemason.runtime.exchange;

import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.stage.ApiEndpoint;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.stage.Cors;
import io.gatemason.runtime.stage.StableId;
import io.gatemason.runtime.stage.StageSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts together what is fixed. Used by one thread. */
public final class ApiInfoBuilder {
  final String apiId;
  String name;
  final String stage;
  final Map<String, String> stageVariables = new TreeMap<>();
  final Set<String> undefinedVariables = new TreeSet<>();
  BinaryMediaTypes binaryMediaTypes = BinaryMediaTypes.NONE;
  int minimumCompressionSize = -1;
  boolean executeApiEndpointDisabled;
  String accountId = "000000000000";
  String deploymentId;
  StageSettings settings = StageSettings.NONE;
  @Nullable Canary canary;
  boolean servesCanary;
  boolean httpApi;
  ApiEndpoint endpoint = ApiEndpoint.PUBLIC;
  @Nullable Cors cors;

  ApiInfoBuilder(String apiId, String stage) {
    this.apiId = apiId;
    this.name = apiId;
    this.stage = stage;
    this.deploymentId = StableId.of(apiId + "/" + stage, 6);
  }

  /** Sets the name of the API, which traces show; the id unless set. */
  public ApiInfoBuilder name(String shown) {
    name = shown;
    return this;
  }

  /** Adds a stage variable, or replaces it. */
  public ApiInfoBuilder stageVariable(String name, String value) {
    stageVariables.put(name, value);
    return this;
  }

  /**
   * Names stage variables that the API reads although nothing defines them when it is built:
   * settings have to, and the log says so if they do not.
   */
  public ApiInfoBuilder undefinedVariables(String... names) {
    undefinedVariables.addAll(List.of(names));
    return this;
  }

  /** Sets the binary media types; {@code type/*} covers all of a type. None unless set. */
  public ApiInfoBuilder binaryMediaTypes(String... mediaTypes) {
    binaryMediaTypes = BinaryMediaTypes.of(mediaTypes);
    return this;
  }

  /** Compresses responses of at least {@code bytes} bytes; none unless set. */
  public ApiInfoBuilder minimumCompressionSize(int bytes) {
    minimumCompressionSize = bytes;
    return this;
  }

  /** Switches off the default endpoint, {@code {apiId}.execute-api.*}. */
  public ApiInfoBuilder executeApiEndpointDisabled() {
    executeApiEndpointDisabled = true;
    return this;
  }

  /** Sets the account that {@code $context.accountId} names; twelve zeros unless set. */
  public ApiInfoBuilder accountId(String account) {
    accountId = account;
    return this;
  }

  /** Sets the id of the deployment that answers; one made of API and stage unless set. */
  public ApiInfoBuilder deploymentId(String id) {
    deploymentId = id;
    return this;
  }

  /** Sets what the stage sets for its methods and its cache. */
  public ApiInfoBuilder settings(StageSettings stageSettings) {
    settings = stageSettings;
    return this;
  }

  /** Sets the canary of the stage. */
  public ApiInfoBuilder canary(Canary stageCanary) {
    canary = stageCanary;
    return this;
  }

  /** These are the requests that the canary serves. */
  public ApiInfoBuilder servesCanary() {
    servesCanary = true;
    return this;
  }

  /** Makes it an HTTP API. */
  public ApiInfoBuilder httpApi() {
    httpApi = true;
    return this;
  }

  /** Sets how the API may be reached; from everywhere unless set. */
  public ApiInfoBuilder endpoint(ApiEndpoint reached) {
    endpoint = reached;
    return this;
  }

  /** Sets what an HTTP API answers to other origins; its backends do unless set. */
  public ApiInfoBuilder cors(Cors configuration) {
    cors = configuration;
    return this;
  }

  /** What was set. */
  public ApiInfo build() {
    return new ApiInfo(this);
  }
}
