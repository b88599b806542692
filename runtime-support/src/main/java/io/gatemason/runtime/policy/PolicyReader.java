package io.gatemason.runtime.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads policy documents, strictly (docs/behaviour/authorization.md#grammar). */
final class PolicyReader {
  private static final String NEW_VERSION = "2012-10-17";
  private static final Set<String> VERSIONS = Set.of("2008-10-17", NEW_VERSION);
  private static final Set<String> STATEMENT =
      Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
  private static final Set<String> PRINCIPALS = Set.of("Principal", "NotPrincipal");

  private static final Pattern DOMAIN =
      Pattern.compile("arn:[^:]*:execute-api:[^:]*:[^:]*:(/domainnames/[^+/]+)(?:\\+[^/]*)?(/.*)?");

  /** What becomes of principals. */
  enum PrincipalUse {
    REFUSED,
    PASSED_OVER,
    JUDGED
  }

  private final PrincipalUse principals;
  private boolean variables;

  /** Reads documents with or without principals. */
  PolicyReader(PrincipalUse principals) {
    this.principals = principals;
  }

  Policy read(JsonNode document) {
    require(document.isObject(), "a policy is an object");
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      switch (member.getKey()) {
        case "Version", "Statement", "Id" -> {}
        default -> throw new PolicyFormatException("unknown member \"" + member.getKey() + "\"");
      }
    }
    String version = document.path("Version").asText("2008-10-17");
    require(VERSIONS.contains(version), "no version of the policy language: \"" + version + "\"");
    variables = version.equals(NEW_VERSION);
    JsonNode statement = document.path("Statement");
    require(statement.isObject() || statement.isArray(), "a policy has a Statement");
    List<Statement> statements = new ArrayList<>();
    for (JsonNode each : statement.isArray() ? statement : List.of(statement)) {
      statements.add(statement(each));
    }
    return new Policy(statements);
  }

  private Statement statement(JsonNode statement) {
    require(statement.isObject(), "a statement is an object");
    for (Map.Entry<String, JsonNode> member : statement.properties()) {
      String name = member.getKey();
      require(
          STATEMENT.contains(name)
              || (principals != PrincipalUse.REFUSED && PRINCIPALS.contains(name)),
          "unknown member \"" + name + "\" of a statement");
    }
    String effect = statement.path("Effect").asText();
    require(effect.equals("Allow") || effect.equals("Deny"), "no effect: \"" + effect + "\"");
    boolean notActions = one(statement, "Action", "NotAction");
    boolean notResources = one(statement, "Resource", "NotResource");
    List<String> actions = texts(statement.path(notActions ? "NotAction" : "Action"));
    List<String> resources = texts(statement.path(notResources ? "NotResource" : "Resource"));
    actions.forEach(PolicyReader::requireAction);
    return new Statement(
        effect.equals("Deny"),
        principals == PrincipalUse.JUDGED ? Principals.read(statement) : Principals.ALL,
        actions.stream().map(Glob::of).toList(),
        notActions,
        ResourcePattern.of(resources.stream().map(PolicyReader::domain).toList(), variables),
        notResources,
        conditions(statement.path("Condition")));
  }

  /** Whether the second of two members stands in the place of the first. */
  private static boolean one(JsonNode statement, String name, String not) {
    require(
        statement.has(name) != statement.has(not),
        "a statement has either \"" + name + "\" or \"" + not + "\"");
    return statement.has(not);
  }

  /** A domain has one account, region and id here, whatever those of the document are. */
  private static String domain(String resource) {
    Matcher parts = DOMAIN.matcher(resource);
    return parts.matches()
        ? "execute-api:" + parts.group(1) + (parts.group(2) == null ? "" : parts.group(2))
        : resource;
  }

  private static void requireAction(String action) {
    require(action.equals("*") || action.indexOf(':') > 0, "no action: \"" + action + "\"");
  }

  private List<Condition> conditions(JsonNode condition) {
    List<Condition> conditions = new ArrayList<>();
    if (condition.isMissingNode()) {
      return conditions;
    }
    require(condition.isObject(), "Condition is an object");
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      require(operator.getValue().isObject(), "an operator has an object of keys");
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(
            Condition.of(operator.getKey(), key.getKey(), scalars(key.getValue()), variables));
      }
    }
    return conditions;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      require(each.isTextual() && !each.asText().isEmpty(), "an action or resource is text");
      texts.add(each.asText());
    }
    require(!texts.isEmpty(), "a statement names at least one action and resource");
    return texts;
  }

  private static List<String> scalars(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      require(each.isTextual() || each.isNumber() || each.isBoolean(), "a value is a scalar");
      texts.add(each.isBigDecimal() ? each.decimalValue().toPlainString() : each.asText());
    }
    return texts;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new PolicyFormatException(message);
    }
  }
}
