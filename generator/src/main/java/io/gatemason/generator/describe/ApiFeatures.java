package io.gatemason.generator.describe;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an API has that can be watched, for dashboards and alert rules.
 *
 * @param title its title
 * @param backends whether methods call backends
 * @param caches whether a stage keeps answers
 * @param methods whether methods have metrics of their own in some stage
 * @param limits whether its stages or usage plans limit rates
 * @param quotas whether its usage plans have quotas
 * @param authorizers the names of the Lambda authorizers that are asked, sorted
 */
public record ApiFeatures(
    String title,
    boolean backends,
    boolean caches,
    boolean methods,
    boolean limits,
    boolean quotas,
    List<String> authorizers) {

  /** An API of which nothing is known but its title. */
  public static ApiFeatures ofTitle(String title) {
    return new ApiFeatures(title, true, false, false, false, false, List.of());
  }

  /** Copies the list. */
  public ApiFeatures {
    authorizers = List.copyOf(authorizers);
  }

  /** What an API of a service has. */
  public static ApiFeatures of(Api api, Service service) {
    List<UsagePlan> plans =
        service.usagePlans().stream()
            .filter(plan -> plan.stages().stream().anyMatch(each -> each.apiId().equals(api.id())))
            .toList();
    return new ApiFeatures(
        api.title(),
        hasBackends(api),
        api.stages().stream().anyMatch(stage -> stage.settings().cacheCluster().isPresent()),
        settings(api).anyMatch(each -> each.metrics().filter(Placed::value).isPresent()),
        settings(api).anyMatch(each -> !each.throttle().isEmpty())
            || plans.stream().anyMatch(ApiFeatures::limits),
        plans.stream().anyMatch(plan -> plan.quota().isPresent()),
        List.copyOf(new TreeSet<>(authorizers(api).toList())));
  }

  private static Stream<MethodSettings> settings(Api api) {
    return api.stages().stream().map(Stage::settings).flatMap(each -> each.methods().stream());
  }

  private static boolean limits(UsagePlan plan) {
    return !plan.throttle().isEmpty()
        || plan.stages().stream().anyMatch(stage -> !stage.methods().isEmpty());
  }

  private static boolean hasBackends(Api api) {
    return api instanceof RestApi rest
        ? rest.methods().stream()
            .anyMatch(method -> !(method.integration() instanceof MockIntegration))
        : !(api instanceof WebSocketApi socket)
            || socket.routes().methods().stream()
                .anyMatch(route -> !(route.integration() instanceof MockIntegration));
  }

  private static Stream<String> authorizers(Api api) {
    if (api instanceof HttpApi http) {
      return http.routes().stream()
          .map(route -> route.authorization())
          .filter(RouteAuthorization.ByAuthorizer.class::isInstance)
          .map(each -> ((RouteAuthorization.ByAuthorizer) each).authorizer())
          .filter(
              name ->
                  http.authorizers().containsKey(name)
                      && http.authorizers().get(name).invoked().isPresent());
    }
    Api methods = api instanceof WebSocketApi socket ? socket.routes() : api;
    if (!(methods instanceof RestApi rest)) {
      return Stream.of();
    }
    return rest.methods().stream()
        .map(method -> method.authorization())
        .filter(Authorization.ByAuthorizer.class::isInstance)
        .map(each -> ((Authorization.ByAuthorizer) each).authorizer())
        .filter(
            name ->
                rest.authorizers().containsKey(name)
                    && rest.authorizers().get(name).function().isPresent());
  }
}
