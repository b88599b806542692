package io.gatemason.generator.layout.http;

import io.gatemason.generator.layout.method.MethodStep;
import io.gatemason.generator.layout.method.StepRule;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.http.RouteAuthorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life cycle of a request to a route of an HTTP API, a line per step, in order. */
final class RouteSteps {
  private static final List<StepRule<HttpRoute>> ORDER =
      List.of(RouteSteps::authorization, RouteSteps::preflight, RouteSteps::integration);

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

  /** A route whose guard is not generated yet is never open: it refuses all requests. */
  private static Optional<MethodStep> authorization(HttpRoute route) {
    return route.route().authorization() instanceof RouteAuthorization.None
        ? Optional.empty()
        : Optional.of(new MethodStep.RefusalStep(List.of("authorization of HTTP APIs")));
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
