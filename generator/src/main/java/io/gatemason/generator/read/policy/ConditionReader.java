package io.gatemason.generator.read.policy;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.policy.PolicyStatement.Condition;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of a statement (docs/behaviour/authorization.md#operators). */
final class ConditionReader {
  private final PolicyProblems problems;
  private final boolean variables;

  ConditionReader(PolicyProblems problems, boolean variables) {
    this.problems = problems;
    this.variables = variables;
  }

  /** All conditions; empty, and reported, if one is malformed. */
  Optional<List<Condition>> read(Node condition) {
    Optional<ObjectNode> operators = condition.asObject();
    if (operators.isEmpty()) {
      problems.report(
          condition.range(),
          "\"Condition\" is an object",
          "write an operator, below it a key with its values");
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    boolean right = true;
    for (ObjectNode.Member operator : operators.get().members().values()) {
      right &= read(operator, conditions);
    }
    return right ? Optional.of(conditions) : Optional.empty();
  }

  private boolean read(ObjectNode.Member member, List<Condition> conditions) {
    Optional<ConditionValues> operator = ConditionValues.of(member.name());
    Optional<ObjectNode> keys = member.value().asObject();
    if (operator.isEmpty()) {
      problems.report(
          member.key().range(),
          "there is no condition operator \"" + member.name() + "\"",
          DidYouMean.closest(member.name(), ConditionValues.NAMES)
              .map(closest -> "did you mean \"" + closest + "\"?")
              .orElse("write one of " + ConditionValues.NAMES));
      return false;
    }
    if (keys.isEmpty()) {
      problems.report(
          member.value().range(),
          "an operator has an object of keys",
          "write a key, such as aws:SourceIp, with its values");
      return false;
    }
    boolean right = true;
    for (ObjectNode.Member key : keys.get().members().values()) {
      Optional<List<String>> values = values(key, member.name(), operator.get());
      values.ifPresent(found -> conditions.add(new Condition(member.name(), key.name(), found)));
      right &= values.isPresent();
    }
    return right;
  }

  private Optional<List<String>> values(
      ObjectNode.Member key, String operator, ConditionValues accepted) {
    List<Node> items = key.value().asArray().map(ArrayNode::items).orElse(List.of(key.value()));
    List<String> values = new ArrayList<>();
    for (Node item : items) {
      Optional<String> text =
          item.asScalar().filter(scalar -> !scalar.isNull()).map(scalar -> scalar.text());
      if (text.isEmpty() || !accepted.accepts(text.get(), variables)) {
        problems.report(
            item.range(),
            "\"" + operator + "\" cannot compare \"" + key.name() + "\" with this",
            accepted.hint());
        return Optional.empty();
      }
      values.add(text.get());
    }
    if (values.isEmpty()) {
      problems.report(
          key.value().range(), "\"" + key.name() + "\" has no value", "write one at least");
      return Optional.empty();
    }
    return Optional.of(values);
  }
}
