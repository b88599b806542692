package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.Placeholder;
import io.gatemason.generator.read.cloudformation.Reference;
import io.gatemason.generator.read.cloudformation.TemplateNames;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Fn::Sub}: a text with {@code ${Name}}, {@code ${Resource.Attribute}} and {@code
 * ${!Literal}}; in the long form with values of its own, which win.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html">Fn::Sub</a>
 */
public final class SubFunction implements Intrinsic {

  @Override
  public String name() {
    return "Fn::Sub";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    List<Node> arguments =
        call.argument().asArray().map(array -> array.items()).orElse(List.of(call.argument()));
    Optional<ScalarNode> pattern =
        arguments.isEmpty() ? Optional.empty() : arguments.get(0).asScalar();
    Optional<ObjectNode> values =
        arguments.size() < 2 ? Optional.empty() : arguments.get(1).asObject();
    if (pattern.isEmpty() || arguments.size() > 2 || (arguments.size() == 2 && values.isEmpty())) {
      call.fail("\"Fn::Sub\" takes a text, or a list of a text and its values", "");
      return call.failed();
    }
    ScalarNode text = pattern.get();
    Reference reference = new Reference(evaluator.names(), call.diagnostics(), call.place());
    TemplateNames assigned = TemplateNames.of(text.text(), call.place());
    List<Edit> edits = new ArrayList<>();
    Map<String, Optional<String>> known = new HashMap<>();
    for (Placeholder placeholder : Placeholder.dollars(text.text())) {
      Optional<String> value =
          known.containsKey(placeholder.name())
              ? known.get(placeholder.name())
              : replacement(placeholder, text, values, assigned, reference, call, evaluator);
      if (values.filter(v -> v.has(placeholder.name())).isPresent()) {
        known.put(placeholder.name(), value);
      }
      value.ifPresent(v -> edits.add(placeholder.edit(v)));
    }
    long length =
        text.text().length() + edits.stream().mapToLong(e -> e.replacement().length()).sum();
    if (!evaluator.affords(length)) {
      call.fail("the texts that functions make are too long", "write them in place");
      return call.failed();
    }
    return Optional.of(text.withEdits(edits));
  }

  private static Optional<String> replacement(
      Placeholder placeholder,
      ScalarNode text,
      Optional<ObjectNode> values,
      TemplateNames assigned,
      Reference reference,
      Call call,
      Evaluator evaluator) {
    String name = placeholder.name();
    Range range = placeholder.range(text);
    if (name.startsWith("!")) {
      return Optional.of("${" + name.substring(1) + "}");
    }
    Optional<Node> own = values.flatMap(v -> v.get(name));
    if (own.isPresent()) {
      return evaluator.text(own.get(), call);
    }
    if (assigned.has(name) && evaluator.names().parameter(name).isEmpty()) {
      call.diagnostics()
          .report(
              SourceCodes.GM2026,
              range,
              "\"${" + name + "}\" inside Fn::Sub is kept as a run-time variable",
              "write \"${!" + name + "}\"");
      return Optional.empty();
    }
    return reference.named(name, range, text.text().substring(0, placeholder.start()));
  }
}
