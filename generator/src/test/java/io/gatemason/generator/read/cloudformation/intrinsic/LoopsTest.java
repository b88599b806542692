package io.gatemason.generator.read.cloudformation.intrinsic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Names: {Type: CommaDelimitedList, Default: 'red, dark-blue'}
      Resources:
        Before: {Type: A::B}
        Fn::ForEach::Colours:
          - Colour
          - !Ref Names
          - Topic&{Colour}:
              Type: AWS::SNS::Topic
              Properties:
                TopicName: !Sub '${Colour}-${AWS::Region}'
                Plain: ${Colour}
                Own: [!Ref Colour, {Ref: Colour}, !Ref Before]
            Fn::ForEach::Sizes:
              - Size
              - [s, m]
              - Size${Size}&{Colour}: {Type: 'X::Y'}
      """;

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void membersAreWrittenForEachTextInItsPlace() {
    ObjectNode resources =
        expanded(TEMPLATE).get("Resources").orElseThrow().asObject().orElseThrow();
    assertEquals(
        List.of(
            "Before",
            "Topicred",
            "Sizesred",
            "Sizemred",
            "Topicdarkblue",
            "Sizesdarkblue",
            "Sizemdarkblue"),
        List.copyOf(resources.members().keySet()));
    ObjectNode properties =
        resources
            .get("Topicdarkblue")
            .flatMap(Node::asObject)
            .flatMap(topic -> topic.get("Properties"))
            .flatMap(Node::asObject)
            .orElseThrow();
    Node name = properties.get("TopicName").orElseThrow();
    assertEquals("!Sub dark-blue-${AWS::Region}", text(name));
    assertEquals("11:27", name.range().start().line() + ":" + name.range().start().column());
    assertEquals(" dark-blue", text(properties.get("Plain").orElseThrow()));
    assertEquals(
        List.of(" dark-blue", " dark-blue", "!Ref Before"),
        properties.get("Own").orElseThrow().asArray().orElseThrow().items().stream()
            .map(LoopsTest::text)
            .toList());
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void templatesWithoutLoopsStayWhatTheyAre() {
    ObjectNode root = tree("Resources: {A: {Type: 'X::Y', Properties: {L: [1]}}}");
    assertSame(root, Loops.expanded(root, Map.of(), diagnostics));
  }

  @Test
  void reportsLoopsThatCannotBeWritten() {
    expanded(
        """
        Fn::ForEach::A: {}
        Fn::ForEach::B: [X, [a]]
        Fn::ForEach::C: [X, text, {}]
        Fn::ForEach::D: [X, [[a]], {}]
        """);
    assertEquals(
        List.of(
            "1: \"Fn::ForEach::A\" takes a list of a name, a list and the members to write",
            "2: \"Fn::ForEach::B\" takes a list of a name, a list and the members to write",
            "3: \"Fn::ForEach::C\" has no list to go through",
            "4: \"Fn::ForEach::D\" goes through short texts only"),
        diagnostics.all().stream()
            .map(d -> d.range().start().line() + ": " + d.message())
            .toList());
  }

  @Test
  void loopsInEachOtherAreBounded() {
    StringBuilder nested = new StringBuilder();
    String list = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]";
    for (int i = 0; i < 9; i++) {
      nested.append("{\"Fn::ForEach::L%d\": [X%d, %s, ".formatted(i, i, list));
    }
    nested.append("{a: b}").append("]}".repeat(9));
    expanded(nested.toString());
    assertEquals("\"Fn::ForEach::L7\" writes too much", diagnostics.all().get(0).message());
  }

  private ObjectNode expanded(String yaml) {
    return Loops.expanded(tree(yaml), Map.of(), diagnostics);
  }

  private static String text(Node node) {
    return node.tag() + " " + node.asScalar().orElseThrow().text();
  }

  private static ObjectNode tree(String yaml) {
    return new NodeReader()
        .read(
            new SourceFile("template.yaml", yaml),
            problem -> {
              throw new AssertionError(problem);
            })
        .flatMap(Node::asObject)
        .orElseThrow();
  }
}
