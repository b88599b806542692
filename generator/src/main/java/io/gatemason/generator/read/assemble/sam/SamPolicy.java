package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code Auth.ResourcePolicy} of an API or an event, as statements of the API's resource policy
 * (docs/behaviour/resources.md#sam-auth).
 */
final class SamPolicy {
  private static final String NAME = "x-amazon-apigateway-policy";

  private final String stage;
  private final ObjectNode document;
  private final List<Node> statements = new ArrayList<>();

  /**
   * Begins with the statements that the document has.
   *
   * @param stage the name of the stage that SAM makes
   */
  SamPolicy(String stage, ObjectNode document) {
    this.stage = stage;
    this.document = document;
    Optional<Node> written =
        document.get(NAME).flatMap(Node::asObject).flatMap(policy -> policy.get("Statement"));
    written.ifPresent(
        node -> statements.addAll(node.asArray().map(ArrayNode::items).orElse(List.of(node))));
  }

  /** Adds what is said about some paths. */
  void add(ResourceFields policy, Predicate<String> paths) {
    List<ScalarNode> resources = resources(policy.range(), paths);
    accounts(policy, "AwsAccountWhitelist", "Allow", resources);
    accounts(policy, "AwsAccountBlacklist", "Deny", resources);
    addresses(policy, "IpRangeWhitelist", "NotIpAddress", resources);
    addresses(policy, "IpRangeBlacklist", "IpAddress", resources);
    networks(policy, "Whitelist", "StringNotEquals", resources);
    networks(policy, "Blacklist", "StringEquals", resources);
    policy
        .value("CustomStatements")
        .ifPresent(
            node -> statements.addAll(node.asArray().map(ArrayNode::items).orElse(List.of(node))));
  }

  /** The document with the policy. */
  ObjectNode applied() {
    if (statements.isEmpty()) {
      return document;
    }
    Range range = statements.get(0).range();
    ObjectNode policy =
        new ObjectDraft(range).text("Version", "2012-10-17").list("Statement", statements).build();
    return Operations.with(document, new Member(ScalarNode.computed(range, NAME), policy));
  }

  private List<ScalarNode> resources(Range range, Predicate<String> paths) {
    List<ScalarNode> resources = new ArrayList<>();
    for (Member path : Operations.paths(document)) {
      if (paths.test(path.name())) {
        for (String verb : Operations.verbs(path.value())) {
          String method = verb.startsWith("x-") ? "*" : verb.toUpperCase(Locale.ROOT);
          String below = path.name().replaceAll("\\{[^{}]+\\}", "*");
          resources.add(ScalarNode.computed(range, "execute-api:/" + stage + "/" + method + below));
        }
      }
    }
    return resources;
  }

  private static ObjectDraft statement(Range range, String effect, List<ScalarNode> resources) {
    return new ObjectDraft(range)
        .text("Effect", effect)
        .text("Action", "execute-api:Invoke")
        .list("Resource", resources);
  }

  private void accounts(
      ResourceFields policy, String name, String effect, List<ScalarNode> resources) {
    List<ScalarNode> accounts = policy.texts(name);
    if (!accounts.isEmpty()) {
      ObjectDraft statement = statement(accounts.get(0).range(), effect, resources);
      statement.child("Principal").list("AWS", accounts);
      statements.add(statement.build());
    }
  }

  private void addresses(
      ResourceFields policy, String name, String operator, List<ScalarNode> resources) {
    List<ScalarNode> ranges = policy.texts(name);
    if (!ranges.isEmpty()) {
      Range range = ranges.get(0).range();
      ObjectDraft condition = new ObjectDraft(range);
      condition.child(operator).list("aws:SourceIp", ranges);
      denied(range, condition, resources);
    }
  }

  private void networks(
      ResourceFields policy, String kind, String operator, List<ScalarNode> resources) {
    List<ScalarNode> networks = new ArrayList<>(policy.texts("IntrinsicVpc" + kind));
    List<ScalarNode> endpoints = new ArrayList<>(policy.texts("IntrinsicVpce" + kind));
    for (ScalarNode source : policy.texts("SourceVpc" + kind)) {
      (source.text().startsWith("vpce-") ? endpoints : networks).add(source);
    }
    if (!networks.isEmpty() || !endpoints.isEmpty()) {
      Range range = (networks.isEmpty() ? endpoints : networks).get(0).range();
      ObjectDraft condition = new ObjectDraft(range);
      if (!networks.isEmpty()) {
        condition.child(operator).list("aws:SourceVpc", networks);
      }
      if (!endpoints.isEmpty()) {
        condition.child(operator).list("aws:SourceVpce", endpoints);
      }
      denied(range, condition, resources);
    }
  }

  /** Everybody may call, but for those whom the condition meets. */
  private void denied(Range range, ObjectDraft condition, List<ScalarNode> resources) {
    statements.add(statement(range, "Allow", resources).text("Principal", "*").build());
    statements.add(
        statement(range, "Deny", resources)
            .text("Principal", "*")
            .put("Condition", condition.build())
            .build());
  }
}
