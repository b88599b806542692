package io.gatemason.generator.read.policy;

import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.ResourcePolicy;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the policy of an API, strictly: one that would be refused when it is saved must not leave
 * an API open (docs/behaviour/authorization.md#grammar).
 */
public final class PolicyReader {
  private static final String NEW_VERSION = "2012-10-17";
  private static final String OLD_VERSION = "2008-10-17";
  private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");

  private final PolicyProblems problems;

  /** Reports problems to {@code problems}. */
  public PolicyReader(PolicyProblems problems) {
    this.problems = problems;
  }

  /** The policy; empty, with a diagnostic, if it is none. */
  public Optional<ResourcePolicy> read(ObjectNode document) {
    boolean known = problems.onlyKnown(document, MEMBERS, "a policy");
    Optional<String> version = version(document);
    Optional<Node> statement = document.get("Statement");
    if (statement.isEmpty()) {
      problems.report(document.range(), "it has no \"Statement\"", "write one statement at least");
    }
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    boolean variables = version.filter(NEW_VERSION::equals).isPresent();
    StatementReader reader = new StatementReader(problems, variables);
    List<Node> written =
        statement.get().asArray().map(ArrayNode::items).orElse(List.of(statement.get()));
    List<PolicyStatement> statements = new ArrayList<>();
    for (Node each : written) {
      reader.read(each).ifPresent(statements::add);
    }
    return known && version.isPresent() && statements.size() == written.size()
        ? Optional.of(new ResourcePolicy(document.range(), variables, statements))
        : Optional.empty();
  }

  private Optional<String> version(ObjectNode document) {
    Optional<Node> written = document.get("Version");
    if (written.isEmpty()) {
      return Optional.of(OLD_VERSION);
    }
    Optional<String> text = written.get().asScalar().map(ScalarNode::text);
    if (text.filter(t -> t.equals(NEW_VERSION) || t.equals(OLD_VERSION)).isEmpty()) {
      problems.report(
          written.get().range(),
          "there is no version " + text.map(t -> "\"" + t + "\"").orElse("like this"),
          "write \"" + NEW_VERSION + "\", in quotes");
      return Optional.empty();
    }
    return text;
  }
}
