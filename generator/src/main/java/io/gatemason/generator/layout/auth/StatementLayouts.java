package io.gatemason.generator.layout.auth;

import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.policy.PolicyStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides how the statements of a policy are called, and what their resources are. */
public final class StatementLayouts {
  private static final int ARN_PARTS = 6;
  private static final Set<String> TAKEN = Set.of("judge", "authorize");

  private final Set<String> names = new HashSet<>(TAKEN);

  public List<StatementLayout> of(List<PolicyStatement> statements) {
    List<StatementLayout> layouts = new ArrayList<>();
    for (PolicyStatement statement : statements) {
      if (statement.invokes() || statement.invalidates()) {
        layouts.add(new StatementLayout(name(statement), statement, resources(statement)));
      }
    }
    return layouts;
  }

  /** By the statement's own name, else by what it does to what; a clash shows all that it says. */
  private String name(PolicyStatement statement) {
    String effect = statement.denies() ? "Deny" : "Allow";
    String sid = Names.type(statement.sid());
    String words = sid.isEmpty() ? effect + resourceWords(statement) : sid;
    String name = Names.member(words);
    if (!names.add(name)) {
      name = name + Names.type(Names.fingerprint(statement.toString()));
      while (!names.add(name)) {
        name = name + "Again";
      }
    }
    return name;
  }

  private static String resourceWords(PolicyStatement statement) {
    String first = statement.resources().get(0).text();
    String path = first.substring(first.indexOf('/') + 1).replace("*", " ");
    String words = Names.type(first.equals("*") || first.indexOf('/') < 0 ? "" : path);
    return (statement.notResources() ? "AllBut" : "") + (words.isEmpty() ? "All" : words);
  }

  private static List<String> resources(PolicyStatement statement) {
    boolean all =
        statement.resources().stream()
            .anyMatch(each -> each.text().equals("*") || each.text().equals("execute-api:/*"));
    if (all && !statement.notResources()) {
      return List.of();
    }
    boolean closing = statement.denies() != statement.notResources();
    return statement.resources().stream()
        .map(each -> closing ? anywhere(each.text()) : each.text())
        .toList();
  }

  /**
   * The same ARN in every region and account: a policy belongs to its API, wherever that runs, and
   * what it closes must not open because a gateway calls its account by another name.
   */
  private static String anywhere(String resource) {
    String[] parts = resource.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
      return resource;
    }
    return String.join(":", parts[0], "*", parts[2], "*", "*", parts[5]);
  }
}
