package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.Place;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Fn::ImportValue}: what another template of the service exports; only the user can know
 * what other stacks do.
 */
public final class ImportValueFunction implements Intrinsic {
  /** What an import counts beside the text that it makes: exports may import from each other. */
  private static final int COST = 1_000;

  private @Nullable Map<String, Export> exports;

  /** A value that a template exports, as written. */
  private record Export(CloudFormationTemplate template, Node value) {}

  @Override
  public String name() {
    return "Fn::ImportValue";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<String> name = evaluator.text(call.argument(), call);
    if (name.isEmpty()) {
      return call.failed(call.argument().range());
    }
    Optional<String> value = evaluator.names().parameter(name.get());
    if (value.isPresent()) {
      return call.text(value.get());
    }
    Export export = exports(evaluator).get(name.get());
    boolean endless = call.place().depth() > ConditionFunction.MOST_NESTED;
    if (export == null || endless || !evaluator.affords(COST)) {
      call.unresolved(SourceCodes.GM2020, "export \"" + name.get() + "\"", name.get());
      return call.failed();
    }
    return evaluator
        .seenBy(export.template(), call.diagnostics())
        .evaluate(export.value(), call.place().nested());
  }

  private Map<String, Export> exports(Evaluator evaluator) {
    Map<String, Export> known = exports;
    if (known != null) {
      return known;
    }
    Map<String, Export> found = new HashMap<>();
    exports = found; // Names of exports that import something are not looked for.
    for (CloudFormationTemplate template : evaluator.names().templates()) {
      template
          .root()
          .get("Outputs")
          .flatMap(Node::asObject)
          .ifPresent(
              outputs ->
                  outputs.members().values().stream()
                      .flatMap(output -> output.value().asObject().stream())
                      .forEach(output -> add(template, output, evaluator, found)));
    }
    return found;
  }

  /** What only the cloud knows counts as absent, without a diagnostic: nobody may import it. */
  private static void add(
      CloudFormationTemplate template,
      ObjectNode output,
      Evaluator evaluator,
      Map<String, Export> found) {
    Diagnostics own = new Diagnostics();
    Evaluator names = evaluator.seenBy(template, own);
    Optional<ScalarNode> condition = output.get("Condition").flatMap(Node::asScalar);
    boolean exists =
        condition
            .map(
                each ->
                    ConditionFunction.holds(
                        each.text(),
                        new Call("Condition", each.range(), each, Place.ROOT, own),
                        names))
            .orElse(true);
    Optional<Node> value = output.get("Value");
    if (exists && value.isPresent()) {
      output
          .get("Export")
          .flatMap(Node::asObject)
          .flatMap(export -> export.get("Name"))
          .flatMap(written -> names.evaluate(written, Place.ROOT))
          .flatMap(Node::asScalar)
          .filter(name -> !own.hasErrors())
          .ifPresent(name -> found.putIfAbsent(name.text(), new Export(template, value.get())));
    }
  }
}
