package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code AWS::ApiGateway::Stage}, {@code AWS::ApiGateway::Deployment} and {@code
 * AWS::Serverless::Api} say of a stage (cloudformation-resources.md §2.5, 2.7).
 */
final class StageResource {
  private final Substitution substitution;
  private final Diagnostics diagnostics;

  StageResource(Substitution substitution, Diagnostics diagnostics) {
    this.substitution = substitution;
    this.diagnostics = diagnostics;
  }

  /** A stage of that name; empty where the name or what stands for it is no text. */
  Optional<Stage> read(Node stageName, Optional<Node> variables) {
    return text(stageName, "StageName")
        .map(name -> new Stage(name.text(), name.range(), variables(variables)));
  }

  private List<Stage.Variable> variables(Optional<Node> written) {
    Optional<Node> resolved = written.map(substitution::apply).filter(node -> !node.isNull());
    Optional<ObjectNode> object = resolved.flatMap(Node::asObject);
    if (resolved.isPresent() && object.isEmpty()) {
      wrongKind(resolved.get(), "Variables", "an object");
    }
    List<Stage.Variable> variables = new ArrayList<>();
    for (Member member : object.map(o -> o.members().values()).orElseGet(List::of)) {
      text(member.value(), member.name())
          .ifPresent(value -> variables.add(new Stage.Variable(member.key(), value)));
    }
    return variables;
  }

  private Optional<ScalarNode> text(Node written, String name) {
    Node resolved = substitution.apply(written);
    Optional<ScalarNode> text = resolved.asScalar().filter(scalar -> !scalar.isNull());
    if (text.isEmpty()) {
      wrongKind(resolved, name, "a string");
    }
    return text;
  }

  private void wrongKind(Node node, String name, String expected) {
    diagnostics.report(
        DiagnosticCode.GM2103,
        node.range(),
        "\"%s\" of a stage has to be %s".formatted(name, expected),
        "write " + expected);
  }
}
