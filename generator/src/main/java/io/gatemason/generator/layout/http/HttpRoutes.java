package io.gatemason.generator.layout.http;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.MethodIdentity;
import io.gatemason.generator.layout.name.MethodNames;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.route.RouteLayouts;
import io.gatemason.generator.layout.route.RoutesLayout;
import io.gatemason.generator.layout.route.TrailingSlash;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The classes of an HTTP API's routes, and the path trees that choose among them. A full match
 * comes before a greedy one, and within each a verb before ANY: one tree each, as far as there are
 * such routes. A slash at the end of a path counts in full matches.
 *
 * @param methods one class each, in the order of paths and verbs
 * @param trees the routing classes of each tree, the entry first, in the order they are asked
 * @param defaultRoute the class of {@code $default}; empty without
 * @param authorizations the classes that say who may call
 */
public record HttpRoutes(
    List<MethodLayout> methods,
    List<List<RoutesLayout>> trees,
    Optional<MethodLayout> defaultRoute,
    RouteAuthorizations authorizations) {
  private static final ResourcePath DEFAULT_PATH = new ResourcePath("$default", List.of());

  /** The trees in their order, by the package of their classes. */
  private static final List<String> TIERS =
      List.of(
          "routes",
          "routes.any",
          "routes.slash",
          "routes.slashany",
          "routes.greedy",
          "routes.greedyany");

  /** The first tier whose routes end with a slash. */
  private static final int SLASH = 2;

  /** The first tier whose routes end with a greedy variable. */
  private static final int GREEDY = 4;

  /** Decides them for one API. */
  public static HttpRoutes of(HttpApi api, String packageName, String prefix) {
    List<Route> sorted =
        api.routes().stream()
            .sorted(
                Comparator.comparing((Route route) -> identity(route).path().text())
                    .thenComparing(route -> route.key().method()))
            .toList();
    List<String> names = MethodNames.of(sorted.stream().map(HttpRoutes::identity).toList());
    RouteAuthorizations authorizations = new RouteAuthorizations(api, packageName + ".authorizers");
    List<MethodLayout> methods = new ArrayList<>();
    List<List<MethodLayout>> tiers = new ArrayList<>();
    TIERS.forEach(tier -> tiers.add(new ArrayList<>()));
    Optional<MethodLayout> byDefault = Optional.empty();
    for (int i = 0; i < names.size(); i++) {
      Route route = sorted.get(i);
      MethodLayout layout =
          new MethodLayout(
              identity(route),
              ClassName.get(packageName + ".methods", names.get(i)),
              RouteSteps.of(new HttpRoute(api, route, authorizations)));
      methods.add(layout);
      if (route.key().path().isEmpty()) {
        byDefault = Optional.of(layout);
      } else {
        tiers.get(tier(route)).add(layout);
      }
    }
    List<List<RoutesLayout>> trees = new ArrayList<>();
    for (int i = 0; i < TIERS.size(); i++) {
      if (!tiers.get(i).isEmpty()) {
        String room = packageName + "." + TIERS.get(i);
        trees.add(new RouteLayouts(room, prefix, tiers.get(i), slash(i)).all());
      }
    }
    return new HttpRoutes(methods, trees, byDefault, authorizations);
  }

  private static int tier(Route route) {
    int first = route.key().greedy() ? GREEDY : route.key().endsWithSlash() ? SLASH : 0;
    return first + (route.key().method() == HttpMethod.ANY ? 1 : 0);
  }

  private static TrailingSlash slash(int tier) {
    if (tier >= GREEDY) {
      return TrailingSlash.IGNORED;
    }
    return tier >= SLASH ? TrailingSlash.REQUIRED : TrailingSlash.REFUSED;
  }

  private static MethodIdentity identity(Route route) {
    return new MethodIdentity(
        route.key().method(),
        route.key().path().orElse(DEFAULT_PATH),
        route.operationName(),
        route.range(),
        route.pointer(),
        Optional.empty());
  }
}
