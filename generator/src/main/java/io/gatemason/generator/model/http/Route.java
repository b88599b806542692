package io.gatemason.generator.model.http;

import io.gatemason.generator.source.Range;
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
    RouteIntegration integration) {}
