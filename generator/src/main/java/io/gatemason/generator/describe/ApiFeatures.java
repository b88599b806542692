package io.gatemason.generator.describe;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.Stage;
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
 * @param messages whether it is a WebSocket API, whose messages are counted
 * @param authorizers the names of the Lambda authorizers that are asked, sorted
 */
public record ApiFeatures(
    String title,
    boolean backends,
    boolean caches,
    boolean methods,
    boolean limits,
    boolean quotas,
    boolean messages,
    List<String> authorizers) {

  /** An API of which nothing is known but its title. */
  public static ApiFeatures ofTitle(String title) {
    return new ApiFeatures(title, true, false, false, false, false, false, List.of());
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
        api.callsBackends(),
        api.stages().stream().anyMatch(stage -> stage.settings().cacheCluster().isPresent()),
        settings(api).anyMatch(each -> each.metrics().filter(Placed::value).isPresent()),
        settings(api).anyMatch(each -> !each.throttle().isEmpty())
            || plans.stream().anyMatch(ApiFeatures::limits),
        plans.stream().anyMatch(plan -> plan.quota().isPresent()),
        api.kind().equals(Api.Kind.WEBSOCKET),
        List.copyOf(new TreeSet<>(api.calledAuthorizers())));
  }

  private static Stream<MethodSettings> settings(Api api) {
    return api.stages().stream().map(Stage::settings).flatMap(each -> each.methods().stream());
  }

  private static boolean limits(UsagePlan plan) {
    return !plan.throttle().isEmpty()
        || plan.stages().stream().anyMatch(stage -> !stage.methods().isEmpty());
  }
}
