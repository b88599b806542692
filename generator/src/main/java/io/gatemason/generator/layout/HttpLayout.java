package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.http.HttpRoutes;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.layout.stage.Deployed;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.model.http.HttpApi;
import java.util.List;
import java.util.Optional;

/** Decides which classes an HTTP API has. */
final class HttpLayout {
  private HttpLayout() {}

  static ApiLayout of(HttpApi api, String packageName) {
    String prefix = Names.ofApi(api.id());
    HttpRoutes routes = HttpRoutes.of(api, packageName, prefix);
    Deployed deployed = Deployed.now(List.of());
    return new ApiLayout(
        api,
        ClassName.get(packageName, prefix + "Api"),
        StagesLayout.of(
            api,
            deployed,
            packageName + ".stages",
            prefix,
            routes.methods().stream().flatMap(method -> method.lookups().stream())),
        AccessLogLayout.of(api, deployed, packageName + ".stages", prefix),
        Optional.empty(),
        Optional.of(routes.authorizations()),
        routes.trees(),
        routes.defaultRoute(),
        routes.methods(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
