package io.gatemason.generator.check;

import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the uses of features that are read but not generated yet. */
final class UnsupportedUses {
  /** The role that stands for the caller (docs/behaviour/import.md#integrations). */
  private static final Pattern CALLER = Pattern.compile("arn:aws[a-z-]*:iam::\\*:user/\\*");

  private UnsupportedUses() {}

  /** Integrations that are called as whoever calls the method. */
  static Optional<Range> callerCredentials(RestApi api, Method method) {
    Integration integration = method.integration();
    boolean caller =
        credentials(integration).stream()
            .flatMap(role -> role.pieces().stream())
            .anyMatch(
                piece ->
                    piece instanceof MappingText.Literal role
                        && CALLER.matcher(role.text()).matches());
    return caller ? Optional.of(integration.range()) : Optional.empty();
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

  /** Functions whose answers are passed on as they come, whatever their size. */
  static Optional<Range> streamedAnswers(RestApi api, Method method) {
    return method.integration() instanceof LambdaProxyIntegration function && function.streamed()
        ? Optional.of(function.range())
        : Optional.empty();
  }
}
