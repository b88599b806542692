package io.gatemason.runtime.exchange;

import io.gatemason.runtime.payload.BinaryMediaTypes;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is fixed about an API and its stage when the service starts. Immutable. */
public final class ApiInfo {
  private final String apiId;
  private final String stage;
  private final Map<String, String> stageVariables;
  private final BinaryMediaTypes binaryMediaTypes;
  private final int minimumCompressionSize;
  private final boolean executeApiEndpointDisabled;
  private final String accountId;

  private ApiInfo(
      String apiId,
      String stage,
      Map<String, String> stageVariables,
      BinaryMediaTypes binaryMediaTypes,
      int minimumCompressionSize,
      boolean executeApiEndpointDisabled,
      String accountId) {
    this.apiId = apiId;
    this.stage = stage;
    this.stageVariables = stageVariables;
    this.binaryMediaTypes = binaryMediaTypes;
    this.minimumCompressionSize = minimumCompressionSize;
    this.executeApiEndpointDisabled = executeApiEndpointDisabled;
    this.accountId = accountId;
  }

  /**
   * The API {@code apiId} with its stage; an empty stage name means that it answers at the root.
   */
  public static ApiInfo of(String apiId, String stage) {
    return new ApiInfo(apiId, stage, Map.of(), BinaryMediaTypes.NONE, -1, false, "000000000000");
  }

  /** The same with these binary media types; {@code type/*} covers all of a type. */
  public ApiInfo withBinaryMediaTypes(String... mediaTypes) {
    return new ApiInfo(
        apiId,
        stage,
        stageVariables,
        BinaryMediaTypes.of(mediaTypes),
        minimumCompressionSize,
        executeApiEndpointDisabled,
        accountId);
  }

  /** The same with compression of responses of at least {@code bytes} bytes. */
  public ApiInfo withMinimumCompressionSize(int bytes) {
    return new ApiInfo(
        apiId,
        stage,
        stageVariables,
        binaryMediaTypes,
        bytes,
        executeApiEndpointDisabled,
        accountId);
  }

  /** The same with its default endpoint, {@code {apiId}.execute-api.*}, switched off. */
  public ApiInfo withExecuteApiEndpointDisabled() {
    return new ApiInfo(
        apiId, stage, stageVariables, binaryMediaTypes, minimumCompressionSize, true, accountId);
  }

  /** The same with a stage variable added or replaced. */
  public ApiInfo withStageVariable(String name, String value) {
    Map<String, String> variables = new TreeMap<>(stageVariables);
    variables.put(name, value);
    return new ApiInfo(
        apiId,
        stage,
        Collections.unmodifiableMap(variables),
        binaryMediaTypes,
        minimumCompressionSize,
        executeApiEndpointDisabled,
        accountId);
  }

  /** The same with the account that {@code $context.accountId} names; twelve zeros unless set. */
  public ApiInfo withAccountId(String account) {
    return new ApiInfo(
        apiId,
        stage,
        stageVariables,
        binaryMediaTypes,
        minimumCompressionSize,
        executeApiEndpointDisabled,
        account);
  }

  /** The API's id. */
  public String apiId() {
    return apiId;
  }

  /** The stage's name, "" if the API answers at the root. */
  public String stage() {
    return stage;
  }

  /** Stage variables by name, sorted. */
  public Map<String, String> stageVariables() {
    return stageVariables;
  }

  /** Whether requests to {@code {apiId}.execute-api.*} are refused. */
  public boolean executeApiEndpointDisabled() {
    return executeApiEndpointDisabled;
  }

  /** The account that owns the API. */
  public String accountId() {
    return accountId;
  }

  /** Size in bytes from which responses are compressed, -1 if they never are. */
  int minimumCompressionSize() {
    return minimumCompressionSize;
  }

  BinaryMediaTypes binaryMediaTypes() {
    return binaryMediaTypes;
  }
}
