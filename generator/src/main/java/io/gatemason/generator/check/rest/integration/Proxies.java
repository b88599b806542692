package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.rest.Method;

/** Integrations whose answer passes without mapping. */
public final class Proxies {
  private Proxies() {}

  static boolean isProxy(Method method) {
    return method.integration() instanceof HttpProxyIntegration
        || method.integration() instanceof LambdaProxyIntegration;
  }
}
