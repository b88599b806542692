package io.gatemason.generator.layout;

import io.gatemason.generator.layout.http.HttpRoutes;
import io.gatemason.generator.model.http.HttpApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which classes an HTTP API has. */
final class HttpLayout {
  private HttpLayout() {}

  static ApiLayout of(HttpApi api, String packageName) {
    ApiFrame frame = ApiFrame.of(api, packageName);
    HttpRoutes routes = HttpRoutes.of(api, packageName, frame.prefix());
    return new ApiLayout(
        api,
        frame.apiClass(),
        frame.stages(routes.methods()),
        frame.accessLogs(),
        Optional.empty(),
        Optional.of(routes.authorizations()),
        routes.trees(),
        routes.defaultRoute(),
        routes.methods(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
