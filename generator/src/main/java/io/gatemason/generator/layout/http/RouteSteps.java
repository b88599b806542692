package io.gatemason.generator.layout.http;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodStep;
import io.gatemason.generator.layout.rest.StepRule;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.http.RouteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life cycle of a request to a route of an HTTP API, a line per step, in order. */
final class RouteSteps {
  private static final List<StepRule<HttpRoute>> ORDER =
      List.of(
          RouteSteps::throttle,
          RouteSteps::authorization,
          RouteSteps::preflight,
          RouteSteps::integration);

  private RouteSteps() {}

  /** The steps that the document asks for. */
  static List<MethodStep> of(HttpRoute route) {
    List<MethodStep> steps = new ArrayList<>();
    for (StepRule<HttpRoute> rule : ORDER) {
      Optional<MethodStep> step = rule.step(route);
      step.ifPresent(steps::add);
      if (step.filter(MethodStep::isLast).isPresent()) {
        return List.copyOf(steps);
      }
    }
    throw new IllegalStateException("No step answers " + route.route().key().text());
  }

  /** Each route has a bucket of its own, by its own settings or by those of all routes. */
  private static Optional<MethodStep> throttle(HttpRoute route) {
    RouteKey key = route.route().key();
    String path = key.path().map(ResourcePath::text).orElse(key.text());
    boolean limited =
        route.api().stages().stream()
            .map(stage -> stage.settings().of(path, key.method().name()))
            .anyMatch(settings -> !settings.throttle().isEmpty());
    return limited
        ? Optional.of(
            new MethodStep.StageStep(
                StageLookup.ofMethod(RuntimeTypes.THROTTLE, "throttle"), "acquire", false))
        : Optional.empty();
  }

  private static Optional<MethodStep> authorization(HttpRoute route) {
    return route.authorizations().step(route.route().authorization());
  }

  /** Browsers ask before they call: the gateway answers where it has CORS settings. */
  private static Optional<MethodStep> preflight(HttpRoute route) {
    HttpMethod method = route.route().key().method();
    boolean takesOptions = method == HttpMethod.ANY || method == HttpMethod.OPTIONS;
    return route.api().cors().isPresent() && takesOptions
        ? Optional.of(new MethodStep.PreflightStep())
        : Optional.empty();
  }

  private static Optional<MethodStep> integration(HttpRoute route) {
    return Optional.of(new MethodStep.RouteStep(RouteCalls.of(route.route())));
  }
}
