package io.gatemason.generator.model.http;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP API as its document or its template resources mean it. Immutable.
 *
 * @param id the id by which hosts name it
 * @param document the root of the document, or the resource where there is none
 * @param title {@code info.title} or the resource's name, or the id
 * @param version {@code info.version}, or empty text
 * @param description {@code info.description}, or empty text
 * @param stages by different names; none where nothing declares any
 * @param routes in document order, route keys once
 * @param authorizers by name, referenced or not
 * @param cors empty where the backends answer for themselves
 * @param executeApiEndpointDisabled whether the default endpoint refuses requests
 */
public record HttpApi(
    String id,
    ObjectNode document,
    String title,
    String version,
    String description,
    List<Stage> stages,
    List<Route> routes,
    Map<String, RouteAuthorizer> authorizers,
    Optional<CorsConfiguration> cors,
    boolean executeApiEndpointDisabled)
    implements Api {

  public HttpApi {
    stages = List.copyOf(stages);
    routes = List.copyOf(routes);
  }

  @Override
  public Kind kind() {
    return Kind.HTTP;
  }

  @Override
  public List<String> openOperations() {
    return routes.stream()
        .filter(route -> route.authorization() instanceof RouteAuthorization.None)
        .map(route -> route.key().text())
        .toList();
  }

  @Override
  public List<Operation> operations() {
    return routes.stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(route -> route.key().method()))
        .map(Route::operation)
        .toList();
  }

  @Override
  public boolean callsBackends() {
    return true;
  }

  @Override
  public Set<String> calledAuthorizers() {
    Set<String> guarding =
        routes.stream().map(route -> route.authorization().caller()).collect(Collectors.toSet());
    return authorizers.entrySet().stream()
        .filter(each -> guarding.contains(each.getKey()) && each.getValue().invoked().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<MappingText> functions() {
    return Stream.concat(
            routes.stream().flatMap(route -> route.integration().invoked().stream()),
            authorizers.values().stream().flatMap(authorizer -> authorizer.invoked().stream()))
        .toList();
  }

  /** The same with other stages. */
  public HttpApi withStages(List<Stage> others) {
    return new HttpApi(
        id,
        document,
        title,
        version,
        description,
        others,
        routes,
        authorizers,
        cors,
        executeApiEndpointDisabled);
  }
}
