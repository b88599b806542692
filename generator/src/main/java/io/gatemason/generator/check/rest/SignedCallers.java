package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.auth.CallerCredentials;
import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import java.util.List;
import java.util.Optional;

/** Nobody may call unsigned what is called as the caller; see {@link CallerCredentials}. */
public final class SignedCallers implements Check<ApiOfMethods> {

  @Override
  public void check(ApiOfMethods api, Diagnostics diagnostics) {
    for (Method method : api.methods()) {
      if (CallerCredentials.isCaller(credentials(method.integration())) && !isSigned(api, method)) {
        CallerCredentials.report(method.integration().range(), method.title(), diagnostics);
      }
    }
  }

  /** Messages of a WebSocket are sent by who has signed its handshake. */
  private static boolean isSigned(ApiOfMethods api, Method method) {
    List<Method> deciding =
        method.messages().isEmpty()
            ? List.of(method)
            : api.methods().stream().filter(SignedCallers::isHandshake).toList();
    return deciding.stream().anyMatch(each -> each.authorization() instanceof Authorization.Iam);
  }

  private static boolean isHandshake(Method method) {
    return method.messages().filter(route -> route.key().equals(MessageRoute.CONNECT)).isPresent();
  }

  private static Optional<MappingText> credentials(Integration integration) {
    if (integration instanceof LambdaProxyIntegration proxy) {
      return proxy.credentials();
    }
    if (integration instanceof LambdaIntegration function) {
      return function.credentials();
    }
    return integration instanceof AwsServiceIntegration service
        ? service.credentials()
        : Optional.empty();
  }
}
