package io.gatemason.benchmarks.route;

import io.gatemason.benchmarks.jmh.JmhRow;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From verb and raw path to the method's handler. The API of ten routes has ten of the other's
 * 10,000. Traffic on ten routes is the same requests for both; traffic on all routes is as many
 * requests, with as many different texts. Either way the next route is a random one.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
public class RouteMatchBenchmark {
  private static final String CLASSES = "gatemason.benchmarks.routes";
  private static final int REQUESTS = 1 << 14;

  /** Until C2 has compiled what so many routes need. */
  private static final int WARMUPS = 20;

  private static final String TEN = "on ten routes";
  private static final String ALL = "on all routes";

  /** How many routes the API has. */
  @Param({"10", "10000"})
  public int routes;

  /** Which kind of API it is; the classes are of the same kind. */
  @Param({"rest", "http"})
  public String kind;

  /** Which routes are requested. */
  @Param({TEN, ALL})
  public String traffic;

  private GatewayApi api;
  private final String[] verbs = new String[REQUESTS];
  private final String[] paths = new String[REQUESTS];
  private int next;

  /** The row of this benchmark. */
  public static Row row() {
    return new JmhRow(
        "routes",
        "A route match among 10,000 routes against 10",
        RouteMatchBenchmark.class,
        new JmhRow.Side("match", Map.of("routes", "10000", "kind", "rest")),
        new JmhRow.Side("match", Map.of("routes", "10", "kind", "rest")),
        JmhRow.Ratio.TIME,
        Goal.atMost(1.3),
        WARMUPS,
        run -> List.of("-D" + CLASSES + "=" + RouteSources.prepare(run, apis(), "rest")));
  }

  /** The row of the same routes of an HTTP API. */
  public static Row rowOfHttpApi() {
    return new JmhRow(
        "http-api-routes",
        "A route match among 10,000 routes of an HTTP API against 10",
        RouteMatchBenchmark.class,
        new JmhRow.Side("match", Map.of("routes", "10000", "kind", "http")),
        new JmhRow.Side("match", Map.of("routes", "10", "kind", "http")),
        JmhRow.Ratio.TIME,
        Goal.atMost(1.3),
        WARMUPS,
        run -> List.of("-D" + CLASSES + "=" + RouteSources.prepare(run, apis(), "http")));
  }

  private static List<List<RestShape.RestRoute>> apis() {
    return List.of(RestShape.ten(), RestShape.all());
  }

  /** Loads the API and proves that every request finds its own method. */
  @Setup
  public void setUp() throws IOException, ReflectiveOperationException {
    URL classes =
        RouteSources.classes(Path.of(System.getProperty(CLASSES)), routes).toUri().toURL();
    @SuppressWarnings("resource") // Needed as long as the process lives.
    URLClassLoader loader = new URLClassLoader(new URL[] {classes});
    @SuppressWarnings("resource") // As long as the classes.
    Services services = Services.open(Config.empty());
    api =
        (GatewayApi)
            loader
                .loadClass(RouteSources.API_CLASS)
                .getConstructor(Services.class, ApiInfo.class)
                .newInstance(services, ApiInfo.of("routes", ""));
    List<RestShape.RestRoute> requested =
        traffic.equals(ALL) && routes > 10 ? RestShape.all() : RestShape.ten();
    Random random = new Random(42);
    for (int i = 0; i < REQUESTS; i++) {
      RestShape.RestRoute route = requested.get(random.nextInt(requested.size()));
      verbs[i] = route.verb();
      paths[i] = route.requestPath(random);
      MethodHandler handler = api.route(Route.of(verbs[i], paths[i]));
      if (handler == null) {
        throw new IllegalStateException(route + " is not found");
      }
      MethodInfo found = handler.info();
      if (!found.httpMethod().equals(route.verb()) || !found.resourcePath().equals(route.path())) {
        throw new IllegalStateException(route + " gave " + found.resourcePath());
      }
    }
  }

  /** One match. */
  @Benchmark
  public @Nullable MethodHandler match() {
    int i = next++ & (REQUESTS - 1);
    return api.route(Route.of(verbs[i], paths[i]));
  }
}
