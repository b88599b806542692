package io.gatemason.generator.layout;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.layout.rest.MethodLayouts;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.List;
import java.util.Map;
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
    ApiFrame frame = ApiFrame.of(api, packageName);
    AuthorizationLayouts authorization =
        new AuthorizationLayouts(api, packageName + ".authorizers", frame.prefix());
    MethodLayouts methods =
        new MethodLayouts(api, packageName, authorization, compiler, missing, diagnostics);
    return new ApiLayout(
        api,
        frame.apiClass(),
        frame.stages(methods.methods()),
        frame.accessLogs(),
        Optional.of(authorization),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        methods.methods(),
        methods.templates(),
        methods.models(),
        Optional.empty(),
        Map.of(),
        Optional.of(frame.type("routes", "Routes")));
  }
}
