package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Properties of type Json, which templates may write as text: all of it stands where the text is.
 */
public final class JsonText {
  private static final String TO_JSON = "Fn::ToJsonString";
  private static final String TO_JSON_TAG = "!ToJsonString";

  private JsonText() {}

  /** The value itself, or the object that its text is or that {@code Fn::ToJsonString} writes. */
  public static Node parsed(Node written) {
    Optional<ObjectNode> object = written.asObject();
    if (object.isPresent() && object.get().tag().equals(TO_JSON_TAG)) {
      return new ObjectNode(written.range(), "", List.copyOf(object.get().members().values()));
    }
    if (object.filter(call -> call.members().size() == 1 && call.has(TO_JSON)).isPresent()) {
      return object.get().get(TO_JSON).orElseThrow();
    }
    Optional<ScalarNode> text =
        written.asScalar().filter(s -> s.tag().isEmpty() && s.text().strip().startsWith("{"));
    return text.flatMap(
            json ->
                new NodeReader()
                    .read(new SourceFile(json.range().file().name(), json.text()), problem -> {}))
        .filter(node -> node.asObject().isPresent())
        .map(node -> at(written.range(), node))
        .orElse(written);
  }

  private static Node at(Range range, Node node) {
    if (node.asObject().isPresent()) {
      return new ObjectNode(
          range,
          "",
          node.asObject().get().members().values().stream()
              .map(
                  member ->
                      new Member(
                          ScalarNode.computed(range, member.name()), at(range, member.value())))
              .toList());
    }
    if (node.asArray().isPresent()) {
      return new ArrayNode(
          range, "", node.asArray().get().items().stream().map(item -> at(range, item)).toList());
    }
    ScalarNode scalar = node.asScalar().orElseThrow();
    return scalar.scalarKind() == ScalarNode.Kind.STRING
        ? ScalarNode.computed(range, scalar.text())
        : new ScalarNode(range, "", scalar.scalarKind(), scalar.text());
  }
}
