package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb on a resource.
 *
 * @param path the resource, base path included where it is prepended
 * @param httpMethod the verb
 * @param operationId as written; empty where there is none
 * @param range the operation's key
 * @param pointer the operation's JSON pointer in the document, as {@code /paths/~1pets/get}
 * @param request what is expected of the client
 * @param responses by status code, in document order
 * @param authorization who may call it
 * @param apiKeyRequired whether a key must be sent
 * @param integration the backend; a method without one is an error reported before
 * @param messages what it has as a route of a WebSocket API, whose path is the route key
 */
public record Method(
    ResourcePath path,
    HttpMethod httpMethod,
    Optional<String> operationId,
    Range range,
    String pointer,
    MethodRequest request,
    Map<String, MethodResponse> responses,
    Authorization authorization,
    boolean apiKeyRequired,
    Integration integration,
    Optional<MessageRoute> messages) {

  /** The method in words. */
  public Api.Operation operation() {
    return new Api.Operation(
        messages.isPresent() ? "MESSAGE" : httpMethod.name(),
        path.text(),
        pointer,
        operationId.orElse(""),
        authorization.caller(),
        apiKeyRequired,
        request.parameters().stream().map(MethodRequest.Parameter::declared).toList(),
        List.copyOf(request.models().keySet()));
  }

  /** The verb and path as people write them: {@code GET /pets/{petId}}. */
  public String title() {
    return (messages.isPresent() ? "route" : httpMethod) + " " + path.text();
  }
}
