package io.gatemason.generator.read.policy;

import io.gatemason.generator.model.policy.PolicyStatement.Account;
import io.gatemason.generator.model.policy.PolicyStatement.Named;
import io.gatemason.generator.model.policy.PolicyStatement.Principal;
import io.gatemason.generator.model.policy.PolicyStatement.Principals;
import io.gatemason.generator.model.policy.PolicyStatement.Role;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the principals of a statement (docs/behaviour/authorization.md#principals). */
final class PrincipalReader {
  private static final Set<String> KINDS = Set.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(iam|sts)::(\\d{12}):(root|[a-z-]+/[^*?]+)");

  private final PolicyProblems problems;
  private final List<Principal> some = new ArrayList<>();
  private boolean everybody;

  PrincipalReader(PolicyProblems problems) {
    this.problems = problems;
  }

  /** The principals of a member {@code Principal} or {@code NotPrincipal}. */
  Optional<Principals> read(ObjectNode.Member member) {
    boolean right =
        member
            .value()
            .asObject()
            .map(this::kinds)
            .orElseGet(
                () ->
                    member
                        .value()
                        .asScalar()
                        .map(this::scalar)
                        .orElseGet(() -> no(member.value())));
    return right
        ? Optional.of(new Principals(everybody, some, member.name().startsWith("Not")))
        : Optional.empty();
  }

  private boolean scalar(ScalarNode text) {
    everybody = text.text().equals("*");
    return everybody || no(text);
  }

  private boolean kinds(ObjectNode kinds) {
    boolean right = problems.onlyKnown(kinds, KINDS, "a principal");
    if (kinds.members().isEmpty()) {
      return no(kinds);
    }
    for (ObjectNode.Member kind : kinds.members().values()) {
      List<Node> items = kind.value().asArray().map(ArrayNode::items).orElse(List.of(kind.value()));
      if (items.isEmpty()) {
        return no(kind.value());
      }
      for (Node item : items) {
        Optional<String> text = problems.text(item, "a principal");
        right &= text.isPresent() && (!kind.name().equals("AWS") || caller(item, text.get()));
      }
    }
    return right;
  }

  private boolean caller(Node item, String text) {
    if (text.equals("*")) {
      everybody = true;
      return true;
    }
    if (ACCOUNT.matcher(text).matches()) {
      some.add(new Account(text));
      return true;
    }
    Matcher arn = ARN.matcher(text);
    if (!arn.matches()) {
      return no(item);
    }
    String rest = arn.group(3);
    if (rest.equals("root")) {
      some.add(new Account(arn.group(2)));
    } else if (arn.group(1).equals("iam") && rest.startsWith("role/")) {
      some.add(new Role(arn.group(2), rest.substring(rest.lastIndexOf('/') + 1)));
    } else {
      some.add(new Named(text));
    }
    return true;
  }

  private boolean no(Node node) {
    problems.report(
        node.range(),
        "this names no principal",
        "write \"*\", or AWS: with account ids and ARNs of users, roles and sessions, without"
            + " wildcards");
    return false;
  }
}
