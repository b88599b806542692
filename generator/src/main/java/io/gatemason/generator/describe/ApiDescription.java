package io.gatemason.generator.describe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.describe.DocumentationParts.Place;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.Route;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.websocket.WebSocketApi;
import java.util.Comparator;
import java.util.List;

/**
 * A JSON file that says what the APIs of a service have and what their documents say of it: methods
 * with parameters, who may call them, summaries and descriptions. The console of the service shows
 * it. Source: {@code docs/behaviour/console.md#documentation}.
 */
public final class ApiDescription {
  /** Where the file is, below the folder of generated sources and in the jar. */
  public static final String PATH = "META-INF/gatemason/apis.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Api api;
  private final ObjectNode out;
  private final DocumentationParts parts;

  private ApiDescription(Api api, ObjectNode out) {
    this.api = api;
    this.out = out;
    this.parts = DocumentationParts.of(api.document());
  }

  /** The text of the file; the same for the same service. */
  public static String of(Service service) {
    ObjectNode all = MAPPER.createObjectNode();
    ArrayNode apis = all.putArray("apis");
    service.apis().stream()
        .sorted(Comparator.comparing(Api::id))
        .forEach(api -> new ApiDescription(api, apis.addObject()).describe());
    return all.toPrettyString() + "\n";
  }

  private void describe() {
    out.put("id", api.id()).put("kind", api.kind().name()).put("title", api.title());
    put(out, "version", api.version());
    String part = parts.ofApi("description");
    put(out, "description", part.isEmpty() ? description() : part);
    ArrayNode methods = out.putArray("methods");
    if (api instanceof HttpApi http) {
      http.routes().stream()
          .sorted(
              Comparator.comparing(ApiDescription::path)
                  .thenComparing(route -> route.key().method()))
          .forEach(route -> describe(route, methods.addObject()));
    } else if (api instanceof WebSocketApi socket) {
      socket.routes().methods().forEach(route -> describe(route, methods.addObject()));
    } else if (api instanceof RestApi rest) {
      rest.methods().stream()
          .sorted(
              Comparator.comparing((Method method) -> method.path().text())
                  .thenComparing(Method::httpMethod))
          .forEach(method -> describe(method, methods.addObject()));
    }
  }

  /** The path of a route; {@code $default} comes before all. */
  private static String path(Route route) {
    return route.key().path().map(ResourcePath::text).orElse("$default");
  }

  private String description() {
    if (api instanceof HttpApi http) {
      return http.description();
    }
    return api instanceof RestApi rest
        ? rest.description()
        : api instanceof WebSocketApi socket ? socket.routes().description() : "";
  }

  private void describe(Method method, ObjectNode node) {
    boolean message = method.messages().isPresent();
    String verb = message ? "MESSAGE" : method.httpMethod().name();
    node.put("method", verb).put("resource", method.path().text());
    put(node, "name", method.operationId().orElse(""));
    put(node, "caller", caller(method.authorization()));
    if (method.apiKeyRequired()) {
      node.put("apiKey", true);
    }
    Operation operation = Operation.at(api.document(), method.pointer());
    texts(node, operation, method.path().text(), verb);
    if (!method.request().parameters().isEmpty()) {
      ArrayNode parameters = node.putArray("parameters");
      for (Parameter parameter : method.request().parameters()) {
        describe(parameter, operation, method, parameters.addObject());
      }
    }
    bodies(node, operation, List.copyOf(method.request().models().keySet()));
  }

  private void describe(Parameter parameter, Operation operation, Method method, ObjectNode node) {
    String in =
        switch (parameter.location()) {
          case HEADER -> "header";
          case PATH -> "path";
          case QUERYSTRING -> "query";
        };
    String type =
        switch (parameter.location()) {
          case HEADER -> "REQUEST_HEADER";
          case PATH -> "PATH_PARAMETER";
          case QUERYSTRING -> "QUERY_PARAMETER";
        };
    node.put("in", in).put("name", parameter.name());
    if (parameter.required()) {
      node.put("required", true);
    }
    Place place =
        new Place(type, method.path().text(), method.httpMethod().name(), "", parameter.name());
    put(
        node,
        "description",
        parts.of(place, "description", operation.parameter(in, parameter.name())));
  }

  private void describe(Route route, ObjectNode node) {
    String path = path(route);
    HttpMethod verb = route.key().method();
    node.put("method", verb.name()).put("resource", path);
    put(node, "name", route.operationName().orElse(""));
    put(node, "caller", caller(route.authorization()));
    Operation operation = Operation.at(api.document(), route.pointer());
    texts(node, operation, path, verb.name());
    bodies(node, operation, List.of());
    List<String> variables =
        route.key().path().map(ResourcePath::segments).orElse(List.of()).stream()
            .filter(segment -> segment.kind() != ResourcePath.Kind.STATIC)
            .map(ResourcePath.Segment::name)
            .toList();
    if (!variables.isEmpty()) {
      ArrayNode parameters = node.putArray("parameters");
      for (String name : variables) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("in", "path").put("name", name).put("required", true);
        put(parameter, "description", operation.parameter("path", name));
      }
    }
  }

  private void texts(ObjectNode node, Operation operation, String path, String verb) {
    Place place = new Place("METHOD", path, verb, "", "");
    put(node, "summary", parts.of(place, "summary", operation.text("summary")));
    put(node, "description", parts.of(place, "description", operation.text("description")));
    ArrayNode responses = MAPPER.createArrayNode();
    operation
        .responses()
        .forEach(
            (status, text) -> {
              Place response = new Place("RESPONSE", path, verb, status, "");
              ObjectNode shown = responses.addObject().put("status", status);
              put(shown, "description", parts.of(response, "description", text));
            });
    if (!responses.isEmpty()) {
      node.set("responses", responses);
    }
  }

  private static void bodies(ObjectNode node, Operation operation, List<String> models) {
    List<String> types = operation.bodyTypes().isEmpty() ? models : operation.bodyTypes();
    if (!types.isEmpty()) {
      types.forEach(node.putArray("bodies")::add);
    }
  }

  private static String caller(Authorization authorization) {
    return authorization instanceof Authorization.ByAuthorizer by
        ? by.authorizer()
        : authorization instanceof Authorization.Iam ? "AWS_IAM" : "";
  }

  private static String caller(RouteAuthorization authorization) {
    return authorization instanceof RouteAuthorization.ByAuthorizer by
        ? by.authorizer()
        : authorization instanceof RouteAuthorization.Iam ? "AWS_IAM" : "";
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }
}
