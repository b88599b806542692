package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.vtl.VtlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Results recorded at the managed service: the mock integrations of the conformance cases, whose
 * request template feeds the response template, rendered without a server.
 */
class RecordedResultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One step of a case that needs nothing but its two templates. */
  private record Step(
      String name, String request, String response, FakeSource source, JsonNode expect) {}

  @Test
  void givesTheRecordedBodies() throws IOException {
    Path cases = Path.of(System.getProperty("gatemason.shared"), "conformance");
    Assumptions.assumeTrue(Files.isDirectory(cases), "no conformance cases at " + cases);
    List<Step> steps = new ArrayList<>();
    try (var folders = Files.newDirectoryStream(cases, "vtl-*")) {
      for (Path folder : folders) {
        collect(folder, steps);
      }
    }
    assertTrue(steps.size() > 80, "only " + steps.size() + " steps found");
    List<String> texts = new ArrayList<>();
    steps.forEach(step -> texts.addAll(List.of(step.request(), step.response())));
    CompiledTemplates templates =
        CompiledTemplates.of(new VtlCompiler(true, ContextNames.inTemplates()), texts);
    Map<String, String> wrong = new TreeMap<>();
    for (int i = 0; i < steps.size(); i++) {
      check(steps.get(i), templates, 2 * i, wrong);
    }
    assertEquals(Map.of(), wrong);
  }

  private static void check(
      Step step, CompiledTemplates templates, int first, Map<String, String> wrong) {
    Overrides overrides = new Overrides();
    TemplateInput input = TemplateInput.of(step.source(), overrides);
    String actual;
    try {
      templates.render(first, input);
      actual = templates.render(first + 1, TemplateInput.of(step.source(), overrides));
    } catch (TemplateException e) {
      actual = "500";
    }
    JsonNode expect = step.expect();
    boolean fits =
        expect.path("status").asInt(200) == 500 ? actual.equals("500") : fits(expect, actual);
    if (!fits) {
      wrong.put(step.name(), "expected " + expect + " got «" + actual + "»");
    }
  }

  private static boolean fits(JsonNode expect, String actual) {
    if (expect.has("body")) {
      return expect.get("body").asText().equals(actual);
    } else if (expect.has("bodyEmpty")) {
      return actual.isEmpty();
    } else if (expect.has("bodyNormalized")) {
      return expect.get("bodyNormalized").asText().equals(actual.strip().replaceAll("\\s+", " "));
    } else if (expect.has("json")) {
      return json(actual).equals(expect.get("json"));
    }
    return true;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode("not JSON: " + text);
    }
  }

  private static void collect(Path folder, List<Step> steps) throws IOException {
    JsonNode test = JSON.readTree(Files.readString(folder.resolve("case.json")));
    JsonNode api =
        JSON.valueToTree(
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(folder.resolve("api.yaml"))));
    for (JsonNode step : test.path("steps")) {
      JsonNode request = step.path("request");
      String path = request.path("path").asText();
      JsonNode operation = operation(api, path, request.path("method").asText("GET"));
      JsonNode integration = operation.path("x-amazon-apigateway-integration");
      JsonNode template =
          integration
              .path("responses")
              .path("default")
              .path("responseTemplates")
              .path("application/json");
      if (integration.path("type").asText().equals("mock") && template.isTextual()) {
        String name = folder.getFileName() + " " + path + " " + step.path("name").asText();
        steps.add(
            new Step(
                name,
                integration.path("requestTemplates").path("application/json").asText(),
                template.asText(),
                source(request),
                step.path("expect")));
      }
    }
  }

  private static JsonNode operation(JsonNode api, String path, String method) {
    return api.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
  }

  private static FakeSource source(JsonNode request) {
    FakeSource source = FakeSource.withBody(request.path("body").asText(""));
    Map<String, String> query = new LinkedHashMap<>();
    request
        .path("query")
        .properties()
        .forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
    source.query.putAll(query);
    return source;
  }
}
