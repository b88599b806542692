package io.gatemason.generator.describe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.describe.DocumentationParts.Place;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.Api.Operation;
import io.gatemason.generator.model.Api.Parameter;
import io.gatemason.generator.model.service.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A JSON file that says what the APIs of a service have and what their documents say of it: methods
 * with parameters, who may call them, summaries and descriptions. The console of the service shows
 * it. Source: {@code docs/behaviour/console.md#documentation}.
 */
public final class ApiDescription {
  /** Where the file is, below the folder of generated sources and in the jar. */
  public static final String PATH = "META-INF/gatemason/apis.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Parts of documentation that speak of parameters, by where these are sent. */
  private static final Map<String, String> PARTS =
      Map.of("header", "REQUEST_HEADER", "path", "PATH_PARAMETER", "query", "QUERY_PARAMETER");

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
    put(out, "description", part.isEmpty() ? api.description() : part);
    ArrayNode methods = out.putArray("methods");
    api.operations().forEach(operation -> describe(operation, methods.addObject()));
  }

  private void describe(Operation operation, ObjectNode node) {
    node.put("method", operation.verb()).put("resource", operation.resource());
    put(node, "name", operation.name());
    put(node, "caller", operation.caller());
    if (operation.apiKeyRequired()) {
      node.put("apiKey", true);
    }
    OperationTexts texts = OperationTexts.at(api.document(), operation.pointer());
    texts(node, texts, operation.resource(), operation.verb());
    if (!operation.parameters().isEmpty()) {
      ArrayNode parameters = node.putArray("parameters");
      for (Parameter parameter : operation.parameters()) {
        describe(parameter, operation, texts, parameters.addObject());
      }
    }
    bodies(node, texts, operation.bodyTypes());
  }

  private void describe(
      Parameter parameter, Operation operation, OperationTexts texts, ObjectNode node) {
    node.put("in", parameter.in()).put("name", parameter.name());
    if (parameter.required()) {
      node.put("required", true);
    }
    Place place =
        new Place(
            PARTS.getOrDefault(parameter.in(), ""),
            operation.resource(),
            operation.verb(),
            "",
            parameter.name());
    put(
        node,
        "description",
        parts.of(place, "description", texts.parameter(parameter.in(), parameter.name())));
  }

  private void texts(ObjectNode node, OperationTexts operation, String path, String verb) {
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

  private static void bodies(ObjectNode node, OperationTexts operation, List<String> models) {
    List<String> types = operation.bodyTypes().isEmpty() ? models : operation.bodyTypes();
    if (!types.isEmpty()) {
      types.forEach(node.putArray("bodies")::add);
    }
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }
}
