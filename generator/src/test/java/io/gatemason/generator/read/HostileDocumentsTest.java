package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.check.Checks;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replaces each value of each case's document by values of other kinds: nothing may be thrown. */
class HostileDocumentsTest {
  private static final int NODES_PER_DOCUMENT = 30;

  private int wanted;
  private int seen;

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases/read"))) {
      return files.filter(file -> file.endsWith("openapi.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void survivesValuesOfAnyKindAnywhere(Path document) throws IOException {
    Node root =
        new NodeReader()
            .read(new SourceFile("openapi.yaml", Files.readString(document)), problem -> {})
            .orElseThrow();
    int nodes = count(root);
    int read = 0;
    int step = Math.max(1, nodes / NODES_PER_DOCUMENT);
    for (wanted = 0; wanted < nodes; wanted += step) {
      for (Function<Node, Node> mutation : mutations()) {
        seen = 0;
        Diagnostics diagnostics = new Diagnostics();
        Readers.read(replace(root, mutation), "api", ReadOptions.DEFAULT, diagnostics)
            .filter(RestApi.class::isInstance)
            .map(RestApi.class::cast)
            .ifPresent(api -> Checks.check(api, diagnostics));
        read++;
      }
    }
    assertTrue(read > 0);
  }

  private static List<Function<Node, Node>> mutations() {
    return List.of(
        node -> scalar(node.range(), ScalarNode.Kind.NULL, "null"),
        node -> scalar(node.range(), ScalarNode.Kind.STRING, ""),
        node -> scalar(node.range(), ScalarNode.Kind.STRING, "a'{$}/b\u0000[("),
        node -> scalar(node.range(), ScalarNode.Kind.NUMBER, "1e99999"),
        node -> new ArrayNode(node.range(), "", List.of(node)),
        node -> new ArrayNode(node.range(), "", List.of()),
        node -> new ObjectNode(node.range(), "", List.of()),
        node -> reference(node.range(), "#"),
        node -> reference(node.range(), "#/paths"));
  }

  private static Node reference(Range range, String target) {
    return new ObjectNode(
        range,
        "",
        List.of(
            new ObjectNode.Member(
                scalar(range, ScalarNode.Kind.STRING, "$ref"),
                scalar(range, ScalarNode.Kind.STRING, target))));
  }

  private static ScalarNode scalar(Range range, ScalarNode.Kind kind, String text) {
    return new ScalarNode(range, "", kind, text);
  }

  private Node replace(Node node, Function<Node, Node> mutation) {
    if (seen++ == wanted) {
      return mutation.apply(node);
    }
    if (node instanceof ObjectNode object) {
      List<ObjectNode.Member> members = new ArrayList<>();
      object
          .members()
          .values()
          .forEach(m -> members.add(new ObjectNode.Member(m.key(), replace(m.value(), mutation))));
      return new ObjectNode(node.range(), node.tag(), members);
    }
    if (node instanceof ArrayNode array) {
      List<Node> items = new ArrayList<>();
      array.items().forEach(item -> items.add(replace(item, mutation)));
      return new ArrayNode(node.range(), node.tag(), items);
    }
    return node;
  }

  private static int count(Node node) {
    int count = 1;
    for (ObjectNode.Member member :
        node.asObject().map(o -> List.copyOf(o.members().values())).orElse(List.of())) {
      count += count(member.value());
    }
    for (Node item : node.asArray().map(ArrayNode::items).orElse(List.of())) {
      count += count(item);
    }
    return count;
  }
}
