package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules of web ACLs and of groups. */
final class RuleReader {
  private RuleReader() {}

  static List<Rule> rules(TemplateResource resource, ResourceFields owner) {
    List<Rule> rules = new ArrayList<>();
    for (ResourceFields fields : owner.objects("Rules")) {
      rule(resource, fields).ifPresent(rules::add);
    }
    return rules;
  }

  /** Nothing of it has an effect here; the service refuses what has none of it. */
  static void visibility(ResourceFields owner) {
    owner.demand("VisibilityConfig");
    owner
        .object("VisibilityConfig")
        .ifPresent(fields -> RuleProperties.VISIBILITY_NAMES.forEach(fields::demand));
  }

  private static Optional<Rule> rule(TemplateResource resource, ResourceFields fields) {
    fields.demand("Name");
    fields.demand("Priority");
    fields.demand("Statement");
    visibility(fields);
    Optional<Placed<String>> name = fields.string("Name");
    Optional<Placed<Integer>> priority = fields.integer("Priority");
    if (name.isEmpty() || priority.isEmpty()) {
      return Optional.empty();
    }
    String title = "rule \"" + name.get().value() + "\"";
    return Optional.of(
        new Rule(
            fields.range(),
            name.get(),
            priority.get(),
            fields
                .object("Statement")
                .flatMap(statement -> new StatementReader(resource, title).statement(statement)),
            fields
                .object("Action")
                .flatMap(action -> ActionReader.of(resource, action, "\"Action\" of " + title)),
            fields
                .object("OverrideAction")
                .flatMap(override -> override(resource, override, title)),
            fields.objects("RuleLabels").stream()
                .flatMap(
                    label -> {
                      label.demand("Name");
                      return label.string("Name").stream();
                    })
                .toList()));
  }

  private static Optional<Rule.GroupOverride> override(
      TemplateResource resource, ResourceFields fields, String title) {
    boolean count = fields.has("Count");
    if (count == fields.has("None")) {
      resource.report(
          WebAclCodes.GM2952,
          fields.range(),
          "\"OverrideAction\" of " + title + " has to be exactly one of None and Count",
          "write None: {} to have the actions of the group's rules");
      return Optional.empty();
    }
    return Optional.of(new Rule.GroupOverride(fields.range(), count));
  }
}
