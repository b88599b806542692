package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated decision trees against a matcher that just follows the rules. */
class RoutesTest {
  private static final List<String> WORDS = List.of("a", "b", "pets", "orders", "x-y", "v1");
  private static final List<String> VERBS = List.of("GET", "POST", "OPTIONS", "ANY");

  @TempDir Path folder;

  @Test
  void decisionTreesFindWhatTheRulesFind() throws Exception {
    Random random = new Random(7);
    List<Map<String, Set<String>>> trees = new ArrayList<>();
    Files.createDirectories(folder.resolve("sources"));
    for (int i = 0; i < 12; i++) {
      Map<String, Set<String>> tree = tree(random, i < 10 ? 3 + random.nextInt(30) : 400);
      trees.add(tree);
      Files.writeString(folder.resolve("sources/tree" + i + ".yaml"), document(tree));
    }
    GenerationRequest request =
        GenerationRequest.of(folder.resolve("sources"), folder.resolve("java"), "trees");
    GenerationResult result = Generator.generate(request);
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(d -> d.code().severity() == io.gatemason.generator.diagnostics.Severity.ERROR)
            .toList());
    assertEquals(
        List.of(), JavaCompilation.compile(folder.resolve("java"), folder.resolve("classes")));
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(path, getClass().getClassLoader());
        Services services = Services.open(Config.empty())) {
      for (int i = 0; i < trees.size(); i++) {
        Class<?> api = classes.loadClass("trees.tree" + i + ".Tree" + i + "Api");
        check(
            (GatewayApi)
                api.getConstructor(Services.class, ApiInfo.class)
                    .newInstance(services, ApiInfo.of("tree" + i, "")),
            trees.get(i),
            random);
      }
    }
  }

  private static void check(GatewayApi api, Map<String, Set<String>> tree, Random random) {
    for (int i = 0; i < 2000; i++) {
      String verb = VERBS.get(random.nextInt(3));
      StringBuilder path = new StringBuilder();
      int length = random.nextInt(5);
      for (int j = 0; j < length; j++) {
        path.append('/').append(random.nextInt(4) == 0 ? "other" : word(random, tree.size() > 100));
      }
      Route route = Route.of(verb, path.isEmpty() ? "/" : path.toString());
      MethodHandler found = api.route(route);
      assertEquals(
          naive(tree, verb, path.toString()).orElse("nothing"),
          found == null ? "nothing" : found.info().httpMethod() + " " + found.info().resourcePath(),
          () -> verb + " " + path + " in " + tree);
    }
  }

  /** Follows the rule literally: static before variable before greedy, verb needed, back again. */
  private static Optional<String> naive(Map<String, Set<String>> tree, String verb, String path) {
    List<String> segments =
        path.isEmpty() ? List.of() : Arrays.asList(path.substring(1).split("/"));
    return find(tree, verb, segments, 0, "");
  }

  private static Optional<String> find(
      Map<String, Set<String>> tree, String verb, List<String> segments, int at, String prefix) {
    if (at == segments.size()) {
      return method(tree, verb, prefix.isEmpty() ? "/" : prefix);
    }
    return find(tree, verb, segments, at + 1, prefix + "/" + segments.get(at))
        .or(() -> find(tree, verb, segments, at + 1, prefix + "/{v}"))
        .or(() -> method(tree, verb, prefix + "/{g+}"));
  }

  private static Optional<String> method(
      Map<String, Set<String>> tree, String verb, String resource) {
    Set<String> verbs = tree.getOrDefault(resource, Set.of());
    if (verbs.contains(verb)) {
      return Optional.of(verb + " " + resource);
    }
    return verbs.contains("ANY") ? Optional.of("ANY " + resource) : Optional.empty();
  }

  private static Map<String, Set<String>> tree(Random random, int size) {
    Map<String, Set<String>> tree = new LinkedHashMap<>();
    while (tree.size() < size) {
      StringBuilder path = new StringBuilder();
      int length = random.nextInt(4);
      for (int i = 0; i < length; i++) {
        path.append('/').append(random.nextInt(5) == 0 ? "{v}" : word(random, size > 100));
      }
      boolean greedy = random.nextInt(6) == 0;
      String resource = path + (greedy ? "/{g+}" : "");
      tree.computeIfAbsent(resource.isEmpty() ? "/" : resource, r -> new TreeSet<>())
          .add(VERBS.get(random.nextInt(4)));
    }
    // One variable child per parent is all that the service allows.
    tree.keySet()
        .removeIf(
            resource ->
                resource.endsWith("/{g+}")
                    && tree.keySet().stream()
                        .anyMatch(
                            other ->
                                other.startsWith(
                                    resource.substring(0, resource.length() - 4) + "{v}")));
    return tree;
  }

  private static String word(Random random, boolean many) {
    return many && random.nextInt(2) == 0
        ? "w" + random.nextInt(700)
        : WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String document(Map<String, Set<String>> tree) {
    StringBuilder text =
        new StringBuilder("openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths:\n");
    tree.forEach(
        (resource, verbs) -> {
          text.append("  '").append(resource).append("':\n");
          for (String verb : verbs) {
            String key =
                verb.equals("ANY")
                    ? "x-amazon-apigateway-any-method"
                    : verb.toLowerCase(java.util.Locale.ROOT);
            text.append("    ")
                .append(key)
                .append(":\n      responses: {'200': {description: ok}}\n");
            text.append("      x-amazon-apigateway-integration:\n        type: mock\n");
            text.append("        requestTemplates: {application/json: '{\"statusCode\": 200}'}\n");
            text.append("        responses: {default: {statusCode: '200'}}\n");
          }
        });
    return text.toString();
  }
}
