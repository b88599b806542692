package io.gatemason.generator.check;

import io.gatemason.generator.check.Unsupported.Use;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the uses of features that are read but not generated yet. */
final class UnsupportedUses {
  /** The role that stands for the caller (rest-api.md §1.5). */
  private static final Pattern CALLER = Pattern.compile("arn:aws[a-z-]*:iam::\\*:user/\\*");

  private UnsupportedUses() {}

  /** Integrations that are called as whoever calls the method. */
  static Stream<Use> callerCredentials(RestApi api) {
    return integrations(
        api,
        m ->
            credentials(m.integration()).stream()
                .flatMap(role -> role.pieces().stream())
                .anyMatch(
                    piece ->
                        piece instanceof MappingText.Literal role
                            && CALLER.matcher(role.text()).matches()));
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
  static Stream<Use> streamedAnswers(RestApi api) {
    return integrations(
        api,
        m -> m.integration() instanceof LambdaProxyIntegration function && function.streamed());
  }

  private static Stream<Use> integrations(RestApi api, Predicate<Method> use) {
    return api.methods().stream()
        .filter(use)
        .map(method -> new Use(method, method.integration().range()));
  }

  static Stream<Use> lambdaAuthorizers(RestApi api) {
    return authorizers(api, authorizer -> authorizer.kind() != Authorizer.Kind.COGNITO_USER_POOLS);
  }

  static Stream<Use> userPools(RestApi api) {
    return authorizers(api, authorizer -> authorizer.kind() == Authorizer.Kind.COGNITO_USER_POOLS);
  }

  private static Stream<Use> authorizers(RestApi api, Predicate<Authorizer> kind) {
    return api.methods().stream()
        .flatMap(
            method ->
                Stream.of(method.authorization())
                    .filter(Authorization.ByAuthorizer.class::isInstance)
                    .map(Authorization.ByAuthorizer.class::cast)
                    .filter(by -> api.authorizers().containsKey(by.authorizer()))
                    .filter(by -> kind.test(authorizer(api, by)))
                    .map(by -> new Use(method, by.range())));
  }

  private static Authorizer authorizer(RestApi api, Authorization.ByAuthorizer by) {
    Authorizer found = api.authorizers().get(by.authorizer());
    if (found == null) {
      throw new IllegalStateException("No authorizer " + by.authorizer());
    }
    return found;
  }

  static Stream<Use> signedRequests(RestApi api) {
    return api.methods().stream()
        .flatMap(
            method ->
                Stream.of(method.authorization())
                    .filter(Authorization.Iam.class::isInstance)
                    .map(Authorization.Iam.class::cast)
                    .map(iam -> new Use(method, iam.range())));
  }

  static Stream<Use> apiKeys(RestApi api) {
    return api.methods().stream()
        .filter(Method::apiKeyRequired)
        .map(method -> new Use(method, method.range()));
  }

  static Stream<Use> resourcePolicy(RestApi api) {
    return api.resourcePolicy().stream()
        .map(policy -> new Use(Optional.empty(), policy.document().range()));
  }

  static Stream<Use> accessMode(RestApi api) {
    return api.endpoint().accessMode().stream().map(UnsupportedUses::written);
  }

  static Stream<Use> securityPolicy(RestApi api) {
    return api.endpoint().securityPolicy().stream().map(UnsupportedUses::written);
  }

  private static Use written(Node value) {
    return new Use(Optional.empty(), value.range());
  }

  /** What only matters to a cache; the service has none either until a stage switches it on. */
  static Stream<Use> cacheKeys(RestApi api) {
    return api.methods().stream().flatMap(UnsupportedUses::cacheKey);
  }

  private static Stream<Use> cacheKey(Method method) {
    IntegrationRequest request = method.integration().request();
    Optional<Range> range =
        request.cacheKeyParameters().stream()
            .map(Node::range)
            .findFirst()
            .or(() -> request.cacheNamespace().map(name -> method.integration().range()));
    return range.stream().map(each -> new Use(method, each));
  }
}
