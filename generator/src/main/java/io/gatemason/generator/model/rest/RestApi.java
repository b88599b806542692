package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.policy.ResourcePolicy;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A REST API as its document means it.
 *
 * @param id the id by which hosts name it
 * @param document the root of the document, against which schemas resolve their references
 * @param title {@code info.title}, or the id
 * @param version {@code info.version}, or empty text
 * @param description {@code info.description}, or empty text
 * @param stages by different names; none where the API answers at the root
 * @param methods in document order
 * @param payloadModels by name, in document order
 * @param gatewayResponses the customised ones by type
 * @param authorizers by the name of their security scheme, referenced or not
 * @param binaryMediaTypes as written, such as {@code image/*}
 * @param minimumCompressionSizeBytes from which size responses are compressed; empty for never
 * @param apiKeySource where API keys are read from
 * @param resourcePolicy the policy attached to the API
 * @param endpoint the endpoint configuration
 */
public record RestApi(
    String id,
    ObjectNode document,
    String title,
    String version,
    String description,
    List<Stage> stages,
    List<Method> methods,
    Map<String, PayloadModel> payloadModels,
    Map<GatewayResponseType, GatewayResponse> gatewayResponses,
    Map<String, Authorizer> authorizers,
    List<String> binaryMediaTypes,
    OptionalInt minimumCompressionSizeBytes,
    ApiKeySource apiKeySource,
    Optional<ResourcePolicy> resourcePolicy,
    EndpointConfiguration endpoint)
    implements ApiOfMethods {

  /** The same with other stages. */
  public RestApi withStages(List<Stage> others) {
    return new RestApi(
        id,
        document,
        title,
        version,
        description,
        others,
        methods,
        payloadModels,
        gatewayResponses,
        authorizers,
        binaryMediaTypes,
        minimumCompressionSizeBytes,
        apiKeySource,
        resourcePolicy,
        endpoint);
  }

  @Override
  public Kind kind() {
    return Kind.REST;
  }

  @Override
  public List<String> openOperations() {
    return resourcePolicy.isPresent()
        ? List.of()
        : methods.stream()
            .filter(method -> method.authorization() instanceof Authorization.None)
            .map(method -> method.httpMethod() + " " + method.path().text())
            .toList();
  }

  @Override
  public List<Operation> operations() {
    return methods.stream()
        .sorted(
            Comparator.comparing((Method method) -> method.path().text())
                .thenComparing(Method::httpMethod))
        .map(Method::operation)
        .toList();
  }

  @Override
  public boolean executeApiEndpointDisabled() {
    return endpoint.executeApiEndpointDisabled();
  }

  @Override
  public Optional<ScalarNode> securityPolicy() {
    return endpoint.securityPolicy();
  }
}
