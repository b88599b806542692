package io.gatemason.generator.model.http;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A route of an HTTP API. Immutable.
 *
 * @param key which requests it is for
 * @param range where it is declared
 * @param pointer the JSON pointer of its declaration in its file
 * @param operationName the name of its operation; empty without
 * @param authorization who may call it
 * @param integration the backend
 */
public record Route(
    RouteKey key,
    Range range,
    String pointer,
    Optional<String> operationName,
    RouteAuthorization authorization,
    RouteIntegration integration) {

  /** The path; {@code $default} for the route that takes what no other does. */
  String path() {
    return key.path().map(ResourcePath::text).orElseGet(key::text);
  }

  /** The route in words. */
  Api.Operation operation() {
    return new Api.Operation(
        key.method().name(),
        path(),
        pointer,
        operationName.orElse(""),
        authorization.caller(),
        false,
        key.path().map(ResourcePath::segments).orElse(List.of()).stream()
            .filter(segment -> segment.kind() != ResourcePath.Kind.STATIC)
            .map(segment -> new Api.Parameter("path", segment.name(), true))
            .toList(),
        List.of());
  }
}
