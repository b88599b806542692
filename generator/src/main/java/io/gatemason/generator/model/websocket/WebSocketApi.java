package io.gatemason.generator.model.websocket;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A WebSocket API as its template means it. Its routes differ from methods in how they are found
 * and in what becomes of their answers, so they are methods whose paths are route keys. Immutable.
 *
 * @param routes the API with its routes as methods
 * @param routeSelection whose result is the key of a message's route
 */
public record WebSocketApi(RestApi routes, SelectionExpression routeSelection) implements Api {

  @Override
  public Kind kind() {
    return Kind.WEBSOCKET;
  }

  @Override
  public String id() {
    return routes.id();
  }

  @Override
  public ObjectNode document() {
    return routes.document();
  }

  @Override
  public String title() {
    return routes.title();
  }

  @Override
  public String version() {
    return routes.version();
  }

  @Override
  public String description() {
    return routes.description();
  }

  @Override
  public List<Stage> stages() {
    return routes.stages();
  }

  /** Whoever may connect may send every message. */
  @Override
  public List<String> openOperations() {
    boolean guarded =
        routes.methods().stream()
            .filter(route -> route.path().text().equals(MessageRoute.CONNECT))
            .anyMatch(route -> !(route.authorization() instanceof Authorization.None));
    return guarded ? List.of() : List.of(MessageRoute.CONNECT);
  }

  @Override
  public List<Operation> operations() {
    return routes.methods().stream().map(Method::operation).toList();
  }

  @Override
  public boolean executeApiEndpointDisabled() {
    return routes.executeApiEndpointDisabled();
  }

  @Override
  public boolean callsBackends() {
    return routes.callsBackends();
  }

  @Override
  public Set<String> calledAuthorizers() {
    return routes.calledAuthorizers();
  }

  @Override
  public Map<String, PayloadModel> payloadModels() {
    return routes.payloadModels();
  }

  @Override
  public List<MappingText> functions() {
    return routes.functions();
  }

  /** The same with other stages. */
  public WebSocketApi withStages(List<Stage> others) {
    return new WebSocketApi(routes.withStages(others), routeSelection);
  }
}
