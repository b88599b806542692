package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.policy.ResourcePolicy;
import io.gatemason.generator.model.rest.ApiKeySource;
import io.gatemason.generator.model.rest.EndpointConfiguration;
import io.gatemason.generator.model.rest.GatewayResponse;
import io.gatemason.generator.model.rest.GatewayResponseType;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RequestValidator;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An API while it is read: each reader fills in its part. Not thread-safe. */
public final class ApiDraft {
  String title = "";
  String version = "";
  String description = "";
  public String pathPrefix = "";
  Optional<Stage> stage = Optional.empty();
  public final List<Method> methods = new ArrayList<>();
  public final Map<String, PayloadModel> payloadModels = new LinkedHashMap<>();
  public final Map<GatewayResponseType, GatewayResponse> gatewayResponses = new LinkedHashMap<>();
  public final Map<String, Authorizer> authorizers = new LinkedHashMap<>();
  public final Map<String, RequestValidator> validators = new LinkedHashMap<>();
  List<String> binaryMediaTypes = List.of();
  OptionalInt minimumCompressionSize = OptionalInt.empty();
  ApiKeySource apiKeySource = ApiKeySource.HEADER;
  Optional<ResourcePolicy> resourcePolicy = Optional.empty();
  boolean executeApiEndpointDisabled;
  List<String> vpcEndpointIds = List.of();
  Optional<Range> privateEndpoint = Optional.empty();
  boolean regionalEndpoint;
  Optional<ScalarNode> accessMode = Optional.empty();
  Optional<ScalarNode> securityPolicy = Optional.empty();

  /** The API as far as it could be read. */
  public RestApi build(OpenApiDocument document) {
    return new RestApi(
        document.apiId(),
        document.root(),
        title,
        version,
        description,
        stage.stream().toList(),
        List.copyOf(methods),
        payloadModels,
        gatewayResponses,
        authorizers,
        binaryMediaTypes,
        minimumCompressionSize,
        apiKeySource,
        resourcePolicy,
        new EndpointConfiguration(
            executeApiEndpointDisabled,
            vpcEndpointIds,
            privateEndpoint,
            regionalEndpoint,
            accessMode,
            securityPolicy));
  }
}
