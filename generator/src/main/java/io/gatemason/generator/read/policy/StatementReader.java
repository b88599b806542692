package io.gatemason.generator.read.policy;

import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.PolicyStatement.Condition;
import io.gatemason.generator.model.policy.PolicyStatement.Principals;
import io.gatemason.generator.model.policy.PolicyStatement.Resource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the statements of a policy. */
final class StatementReader {
  private static final Set<String> MEMBERS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
  private static final Pattern RESOURCE =
      Pattern.compile("\\*|execute-api:/.*|arn:[^:]*:[^:]*:[^:]*:[^:]*:?.*", Pattern.DOTALL);

  private final PolicyProblems problems;
  private final boolean variables;

  StatementReader(PolicyProblems problems, boolean variables) {
    this.problems = problems;
    this.variables = variables;
  }

  public Optional<PolicyStatement> read(Node node) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isEmpty()) {
      problems.report(node.range(), "a statement is an object", "write Effect, Principal, …");
      return Optional.empty();
    }
    ObjectNode statement = object.get();
    boolean known = problems.onlyKnown(statement, MEMBERS, "a statement");
    Optional<Boolean> denies = effect(statement);
    Optional<ObjectNode.Member> actions = one(statement, "Action");
    Optional<ObjectNode.Member> resources = one(statement, "Resource");
    Optional<Principals> principals =
        one(statement, "Principal").flatMap(new PrincipalReader(problems)::read);
    Optional<List<ScalarNode>> actionTexts =
        actions.flatMap(member -> texts(member, ACTION, "execute-api:Invoke"));
    Optional<List<ScalarNode>> resourceTexts =
        resources.flatMap(member -> texts(member, RESOURCE, "execute-api:/*"));
    Optional<List<Condition>> conditions =
        statement
            .get("Condition")
            .map(condition -> new ConditionReader(problems, variables).read(condition))
            .orElse(Optional.of(List.of()));
    if (!known
        || denies.isEmpty()
        || principals.isEmpty()
        || actionTexts.isEmpty()
        || resourceTexts.isEmpty()
        || conditions.isEmpty()) {
      return Optional.empty();
    }
    boolean notActions = actions.get().name().startsWith("Not");
    return Optional.of(
        new PolicyStatement(
            statement.range(),
            statement.get("Sid").flatMap(Node::asScalar).map(ScalarNode::text).orElse(""),
            denies.get(),
            names(actionTexts.get(), "execute-api:Invoke") != notActions,
            names(actionTexts.get(), "execute-api:InvalidateCache") != notActions,
            principals.get(),
            resourceTexts.get().stream().map(r -> new Resource(r.text(), r.range())).toList(),
            resources.get().name().startsWith("Not"),
            conditions.get()));
  }

  private Optional<Boolean> effect(ObjectNode statement) {
    Optional<String> effect = statement.get("Effect").flatMap(Node::asScalar).map(ScalarNode::text);
    if (effect.filter(e -> e.equals("Allow") || e.equals("Deny")).isEmpty()) {
      problems.report(
          statement.get("Effect").orElse(statement).range(),
          "\"Effect\" is \"Allow\" or \"Deny\"" + effect.map(e -> ", not \"" + e + "\"").orElse(""),
          "write Effect: Allow, or Effect: Deny");
      return Optional.empty();
    }
    return effect.map("Deny"::equals);
  }

  /** The member of that name, or the one of the same name with {@code Not} before it. */
  private Optional<ObjectNode.Member> one(ObjectNode statement, String name) {
    Optional<ObjectNode.Member> member = statement.member(name);
    Optional<ObjectNode.Member> not = statement.member("Not" + name);
    if (member.isPresent() == not.isPresent()) {
      problems.report(
          not.map(m -> m.key().range()).orElse(statement.range()),
          "a statement has either \"" + name + "\" or \"Not" + name + "\"",
          member.isPresent() ? "remove one of them" : "add \"" + name + "\"");
      return Optional.empty();
    }
    return member.or(() -> not);
  }

  private Optional<List<ScalarNode>> texts(ObjectNode.Member member, Pattern form, String example) {
    List<ScalarNode> texts = new ArrayList<>();
    List<Node> items =
        member.value().asArray().map(ArrayNode::items).orElse(List.of(member.value()));
    for (Node item : items) {
      Optional<ScalarNode> text = item.asScalar().filter(t -> form.matcher(t.text()).matches());
      if (text.isEmpty()) {
        problems.report(
            item.range(),
            "\"" + member.name() + "\" cannot be this",
            "write something like \"" + example + "\"");
        return Optional.empty();
      }
      texts.add(text.get());
    }
    if (texts.isEmpty()) {
      problems.report(
          member.value().range(), "\"" + member.name() + "\" is empty", "name one at least");
      return Optional.empty();
    }
    return Optional.of(texts);
  }

  private static boolean names(List<ScalarNode> actions, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return actions.stream()
        .map(text -> text.text().toLowerCase(Locale.ROOT))
        .anyMatch(pattern -> lower.matches(regex(pattern)));
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    pattern
        .chars()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
    return regex.toString();
  }
}
