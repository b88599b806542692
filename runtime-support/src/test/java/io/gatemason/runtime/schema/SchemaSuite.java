package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON-Schema-Test-Suite, where it lies beside the project. */
final class SchemaSuite {
  private final Path root =
      Path.of(System.getProperty("gatemason.shared", "../shared"), "suites", "json-schema");
  private final Dialect dialect;
  private final String folder;
  private final boolean formats;

  /** What came of a run. */
  record Outcome(int tests, Map<String, String> failures) {}

  SchemaSuite(Dialect dialect, boolean formats) {
    this.dialect = dialect;
    this.folder = dialect == Dialect.DRAFT_4 ? "draft4" : "draft2020-12";
    this.formats = formats;
  }

  static boolean isThere() {
    return Files.isDirectory(
        Path.of(System.getProperty("gatemason.shared", "../shared"), "suites", "json-schema"));
  }

  /** Runs all files of a folder below the draft's one; keys are "file: group: test". */
  Outcome run(String below) {
    Map<String, String> failures = new LinkedHashMap<>();
    CompiledModels models = new CompiledModels();
    Map<String, CompiledModel> compiled = new LinkedHashMap<>();
    Map<String, JsonNode> groups = groups(below);
    groups.forEach(
        (name, group) -> {
          String packageName = "suite.group" + compiled.size();
          try {
            compiled.put(name, models.add(set(group.get("schema")), packageName).get(0));
          } catch (IllegalArgumentException e) {
            group
                .get("tests")
                .forEach(
                    test ->
                        failures.put(
                            name + ": " + test.get("description").asText(),
                            String.valueOf(e.getMessage())));
          }
        });
    CompiledModels.Loaded loaded = models.compile();
    int tests = failures.size();
    for (Map.Entry<String, CompiledModel> entry : compiled.entrySet()) {
      CompiledModels.Model model = loaded.model(entry.getValue());
      for (JsonNode test : groups.get(entry.getKey()).get("tests")) {
        tests++;
        String name = entry.getKey() + ": " + test.get("description").asText();
        run(model, test).ifPresent(reason -> failures.put(name, reason));
      }
    }
    return new Outcome(tests, failures);
  }

  private static Optional<String> run(CompiledModels.Model model, JsonNode test) {
    String body = test.get("data").toString();
    boolean expected = test.get("valid").asBoolean();
    boolean accepted = model.accepts(body);
    if (accepted != expected) {
      return Optional.of((accepted ? "accepts " : "refuses ") + body);
    }
    // Messages come from another walk, which must come to the same verdict.
    boolean unexplained = model.errors(body).contains("written more than once");
    return unexplained == expected
        ? Optional.empty()
        : Optional.of("the walk with messages disagrees on " + body);
  }

  private SchemaSet set(JsonNode schema) {
    Node node = JsonNodes.of(schema);
    return new SchemaSet(
        Map.of("Model", node), node, "suite.json", dialect, false, formats, this::remote);
  }

  private Optional<Node> remote(String uri) {
    if (uri.startsWith("http://localhost:1234/")) {
      Path file = root.resolve("remotes").resolve(uri.substring("http://localhost:1234/".length()));
      return Files.isRegularFile(file) ? Optional.of(JsonNodes.of(read(file))) : Optional.empty();
    }
    String resource =
        uri.startsWith("http://json-schema.org/draft-04")
            ? "/draft-04/schema"
            : uri.replace("https://json-schema.org", "");
    try (InputStream in = SchemaSuite.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(JsonNodes.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, JsonNode> groups(String below) {
    Map<String, JsonNode> groups = new LinkedHashMap<>();
    Path start = root.resolve("tests").resolve(folder).resolve(below);
    for (Path file : files(start)) {
      for (JsonNode group : JsonNodes.json(read(file))) {
        groups.put(start.relativize(file) + ": " + group.get("description").asText(), group);
      }
    }
    return groups;
  }

  private static List<Path> files(Path start) {
    try (Stream<Path> files = Files.list(start)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
