package io.gatemason.generator.layout.name;

import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/**
 * What a method of a REST API and a route of an HTTP API are known by.
 *
 * @param httpMethod the verb
 * @param path the path; {@code $default} without segments for a route that takes all paths
 * @param operationId the operation's name; empty where there is none
 * @param range where it is declared
 * @param pointer the JSON pointer of its declaration
 * @param messages what it has as a route of a WebSocket API
 */
public record MethodIdentity(
    HttpMethod httpMethod,
    ResourcePath path,
    Optional<String> operationId,
    Range range,
    String pointer,
    Optional<MessageRoute> messages) {

  /** That of a method of a REST API. */
  public static MethodIdentity of(Method method) {
    return new MethodIdentity(
        method.httpMethod(),
        method.path(),
        method.operationId(),
        method.range(),
        method.pointer(),
        method.messages());
  }

  /** What its class is named after, if not after verb and path. */
  Optional<String> word() {
    return operationId.or(() -> messages.map(MessageRoute::key));
  }

  /** The verb and path as people write them: {@code GET /pets/{petId}}. */
  public String title() {
    return (messages.isPresent() ? "route" : httpMethod) + " " + path.text();
  }
}
