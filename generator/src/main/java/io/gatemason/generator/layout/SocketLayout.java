package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.layout.rest.MethodLayouts;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.layout.stage.Deployed;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.List;
import java.util.Optional;

/** Decides which classes a WebSocket API has. */
final class SocketLayout {
  private final VtlCompiler compiler;
  private final MethodLayouts.Missing missing;
  private final Diagnostics diagnostics;

  /**
   * Prepares a layout.
   *
   * @param compiler knows the variables of messages
   * @param missing what a method needs that is not generated yet, in words
   */
  SocketLayout(VtlCompiler compiler, MethodLayouts.Missing missing, Diagnostics diagnostics) {
    this.compiler = compiler;
    this.missing = missing;
    this.diagnostics = diagnostics;
  }

  /** Its routes are methods that are found in another way. */
  ApiLayout of(WebSocketApi api, String packageName) {
    String prefix = Names.ofApi(api.id());
    AuthorizationLayouts authorization =
        new AuthorizationLayouts(api.routes(), packageName + ".authorizers", prefix);
    MethodLayouts methods =
        new MethodLayouts(api.routes(), packageName, authorization, compiler, missing, diagnostics);
    Deployed deployed = Deployed.now(List.of());
    return new ApiLayout(
        api,
        ClassName.get(packageName, prefix + "Api"),
        StagesLayout.of(
            api,
            deployed,
            packageName + ".stages",
            prefix,
            methods.methods().stream().flatMap(method -> method.lookups().stream())),
        AccessLogLayout.of(api, deployed, packageName + ".stages", prefix),
        Optional.of(authorization),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        methods.methods(),
        methods.templates(),
        methods.models(),
        Optional.empty(),
        Optional.of(ClassName.get(packageName + ".routes", prefix + "Routes")));
  }
}
