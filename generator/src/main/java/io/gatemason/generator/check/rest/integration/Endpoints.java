package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.rest.Method;
import java.util.Optional;

/** The HTTP backends of methods. */
public final class Endpoints {
  private Endpoints() {}

  /** How the method's HTTP backend is reached; empty for other integrations. */
  static Optional<Endpoint> of(Method method) {
    if (method.integration() instanceof HttpIntegration http) {
      return Optional.of(http.endpoint());
    }
    return method.integration() instanceof HttpProxyIntegration proxy
        ? Optional.of(proxy.endpoint())
        : Optional.empty();
  }

  /** The words of the service for a problem with a method's integration. */
  static String problem(Method method, String reason) {
    return "Unable to put integration on '%s' for resource at path '%s': %s"
        .formatted(method.httpMethod(), method.path().text(), reason);
  }
}
