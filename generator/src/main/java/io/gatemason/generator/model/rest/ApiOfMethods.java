package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.policy.ResourcePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An API that is made of methods: a REST API, or a WebSocket API, whose routes differ from methods
 * only in how they are found and in what becomes of their answers. Immutable.
 */
public interface ApiOfMethods extends Api {

  /** Its methods, in document order; the path of a route is its key. */
  List<Method> methods();

  /** Its authorizers by name, referenced or not. */
  Map<String, Authorizer> authorizers();

  /** Where API keys are read from. */
  ApiKeySource apiKeySource();

  /** The customised gateway responses by type; none where the kind has none. */
  default Map<GatewayResponseType, GatewayResponse> gatewayResponses() {
    return Map.of();
  }

  /** The media types of binary bodies, as written; none where the kind has none. */
  default List<String> binaryMediaTypes() {
    return List.of();
  }

  /** The policy attached to the API, where the kind has one. */
  default Optional<ResourcePolicy> resourcePolicy() {
    return Optional.empty();
  }

  @Override
  default boolean callsBackends() {
    return methods().stream()
        .anyMatch(method -> !(method.integration() instanceof MockIntegration));
  }

  @Override
  default Set<String> calledAuthorizers() {
    Set<String> guarding =
        methods().stream()
            .map(method -> method.authorization().caller())
            .collect(Collectors.toSet());
    return authorizers().entrySet().stream()
        .filter(each -> guarding.contains(each.getKey()) && each.getValue().function().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  default List<MappingText> functions() {
    return Stream.concat(
            methods().stream().flatMap(method -> method.integration().invoked().stream()),
            authorizers().values().stream().flatMap(authorizer -> authorizer.function().stream()))
        .toList();
  }
}
