package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands above the resources of a template: its version, its macros, its parameters. */
public final class TemplateSections {
  private static final String VERSION = "2010-09-09";

  private TemplateSections() {}

  /**
   * Reports what no deployment would take.
   *
   * @param root the template
   * @param values of parameters that the user gave
   */
  public static void check(ObjectNode root, Map<String, String> values, Diagnostics diagnostics) {
    root.get("AWSTemplateFormatVersion")
        .flatMap(Node::asScalar)
        .filter(version -> !version.text().strip().equals(VERSION))
        .ifPresent(
            version ->
                diagnostics.report(
                    SourceCodes.GM2029,
                    version.range(),
                    "template version \"" + version.text() + "\" is not " + VERSION,
                    "write " + VERSION));
    root.get("Transform").stream()
        .flatMap(
            written -> written.asArray().map(ArrayNode::items).orElse(List.of(written)).stream())
        .flatMap(macro -> name(macro).stream())
        .filter(macro -> !macro.text().startsWith("AWS::"))
        .forEach(
            macro ->
                diagnostics.report(
                    SourceCodes.GM2029,
                    macro.range(),
                    "macro \"" + macro.text() + "\" runs in the cloud only",
                    "give the template that it makes of this one, or allow GM2029 if it leaves"
                        + " APIs alone"));
    for (ObjectNode.Member parameter : parameters(root)) {
      parameter
          .value()
          .asObject()
          .ifPresent(
              written ->
                  new ParameterRules(parameter, written, diagnostics)
                      .check(Optional.ofNullable(values.get(parameter.name()))));
    }
  }

  private static Optional<ScalarNode> name(Node macro) {
    return macro
        .asObject()
        .flatMap(call -> call.get("Name"))
        .or(() -> Optional.of(macro))
        .flatMap(Node::asScalar);
  }

  private static List<ObjectNode.Member> parameters(ObjectNode root) {
    return root.get("Parameters")
        .flatMap(Node::asObject)
        .map(object -> List.copyOf(object.members().values()))
        .orElse(List.of());
  }
}
