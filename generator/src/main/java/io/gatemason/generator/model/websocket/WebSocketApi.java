package io.gatemason.generator.model.websocket;

import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.rest.ApiKeySource;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A WebSocket API as its template means it. Immutable.
 *
 * @param id the id by which hosts name it
 * @param document the properties of its resources
 * @param title its name, or the id
 * @param version its version, or empty text
 * @param description its description, or empty text
 * @param stages by different names; none where the API answers at the root
 * @param methods its routes, as methods whose paths are route keys
 * @param payloadModels by name
 * @param authorizers by name, referenced or not
 * @param apiKeySource where API keys are read from
 * @param executeApiEndpointDisabled whether the default endpoint answers 403
 * @param routeSelection whose result is the key of a message's route
 */
public record WebSocketApi(
    String id,
    ObjectNode document,
    String title,
    String version,
    String description,
    List<Stage> stages,
    List<Method> methods,
    Map<String, PayloadModel> payloadModels,
    Map<String, Authorizer> authorizers,
    ApiKeySource apiKeySource,
    boolean executeApiEndpointDisabled,
    SelectionExpression routeSelection)
    implements ApiOfMethods {

  @Override
  public Kind kind() {
    return Kind.WEBSOCKET;
  }

  /** Whoever may connect may send every message. */
  @Override
  public List<String> openOperations() {
    boolean guarded =
        methods.stream()
            .filter(route -> route.path().text().equals(MessageRoute.CONNECT))
            .anyMatch(route -> !(route.authorization() instanceof Authorization.None));
    return guarded ? List.of() : List.of(MessageRoute.CONNECT);
  }

  @Override
  public List<Operation> operations() {
    return methods.stream().map(Method::operation).toList();
  }
}
