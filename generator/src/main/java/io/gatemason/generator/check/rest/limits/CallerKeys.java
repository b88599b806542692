package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorization.ByAuthorizer;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.ParameterMapping.ContextVariable;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which cache keys tell the callers of a method apart: an identity source of its authorizer, or
 * what the authorizer said; the signature, or whose it is. Where an authorizer has no identity
 * source, the header {@code Authorization} counts as one.
 */
final class CallerKeys {
  private static final String REQUEST = "method.request.";
  private static final String HEADER = REQUEST + "header.";
  private static final String QUERY = REQUEST + "querystring.";
  private static final String CONTEXT = "context.";
  private static final String AUTHORIZATION = HEADER + "Authorization";

  private static final List<String> SIGNERS =
      List.of(
          AUTHORIZATION,
          "context.identity.accessKey",
          "context.identity.caller",
          "context.identity.user",
          "context.identity.userArn");

  private final List<String> sources;
  private final boolean authorizer;

  private CallerKeys(List<String> sources, boolean authorizer) {
    this.sources = sources;
    this.authorizer = authorizer;
  }

  /** The keys of a method of an API; empty where everybody may call it. */
  static Optional<CallerKeys> of(RestApi api, Method method) {
    Authorization authorization = method.authorization();
    if (authorization instanceof Authorization.None) {
      return Optional.empty();
    }
    List<String> sources =
        authorization instanceof ByAuthorizer by
            ? Optional.ofNullable(api.authorizers().get(by.authorizer()))
                .map(Authorizer::identitySources)
                .filter(written -> !written.isEmpty())
                .orElse(List.of(AUTHORIZATION))
            : SIGNERS;
    return Optional.of(new CallerKeys(sources, authorization instanceof ByAuthorizer));
  }

  /** Whether one of some cache keys is among them. */
  boolean anyOf(List<Source> keys) {
    return keys.stream().map(CallerKeys::expression).anyMatch(this::has);
  }

  /** One of them as a cache key. */
  String example() {
    return sources.stream()
        .map(CallerKeys::single)
        .filter(source -> source.startsWith(REQUEST))
        .findFirst()
        .orElse(AUTHORIZATION);
  }

  private boolean has(String key) {
    return (authorizer && key.startsWith("context.authorizer."))
        || sources.stream().map(source -> comparable(single(source))).anyMatch(key::equals);
  }

  private static String expression(Source key) {
    if (key instanceof RequestHeader header) {
      return comparable(HEADER + header.name());
    }
    if (key instanceof QueryParameter parameter) {
      return QUERY + parameter.name();
    }
    return key instanceof ContextVariable variable ? CONTEXT + variable.path() : "";
  }

  /** All values of a repeated parameter are in a key anyway. */
  private static String single(String source) {
    return source.replaceFirst("^method\\.request\\.multivalue", REQUEST);
  }

  /** Names of headers have no case. */
  private static String comparable(String source) {
    return source.startsWith(HEADER) ? source.toLowerCase(Locale.ROOT) : source;
  }
}
