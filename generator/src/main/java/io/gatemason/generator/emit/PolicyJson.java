package io.gatemason.generator.emit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.PolicyStatement.Account;
import io.gatemason.generator.model.policy.PolicyStatement.Condition;
import io.gatemason.generator.model.policy.PolicyStatement.Named;
import io.gatemason.generator.model.policy.PolicyStatement.Principal;
import io.gatemason.generator.model.policy.PolicyStatement.Principals;
import io.gatemason.generator.model.policy.PolicyStatement.Role;
import io.gatemason.generator.model.policy.ResourcePolicy;

/** A policy as the text that a gateway reads when it starts: what it says of calls of methods. */
final class PolicyJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PolicyJson() {}

  static String of(ResourcePolicy policy) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("Version", policy.variables() ? "2012-10-17" : "2008-10-17");
    ArrayNode statements = document.putArray("Statement");
    policy.statements().stream()
        .filter(PolicyStatement::invokes)
        .forEach(statement -> write(statement, statements.addObject()));
    return document.toString();
  }

  private static void write(PolicyStatement statement, ObjectNode out) {
    out.put("Effect", statement.denies() ? "Deny" : "Allow");
    write(statement.principals(), out);
    out.put("Action", "execute-api:Invoke");
    ArrayNode resources = out.putArray(statement.notResources() ? "NotResource" : "Resource");
    statement.resources().forEach(resource -> resources.add(resource.text()));
    if (!statement.conditions().isEmpty()) {
      ObjectNode conditions = out.putObject("Condition");
      statement.conditions().forEach(condition -> write(condition, conditions));
    }
  }

  private static void write(Principals principals, ObjectNode out) {
    String name = principals.not() ? "NotPrincipal" : "Principal";
    if (principals.everybody()) {
      out.put(name, "*");
      return;
    }
    ArrayNode some = out.putObject(name).putArray("AWS");
    principals.some().forEach(principal -> some.add(text(principal)));
  }

  private static String text(Principal principal) {
    if (principal instanceof Account account) {
      return account.id();
    }
    if (principal instanceof Named named) {
      return named.arn();
    }
    Role role = (Role) principal;
    return "arn:aws:iam::" + role.account() + ":role/" + role.name();
  }

  private static void write(Condition condition, ObjectNode out) {
    ArrayNode values = out.withObjectProperty(condition.operator()).putArray(condition.key());
    condition.values().forEach(values::add);
  }
}
