package io.gatemason.generator.read.resource.waf;

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

  private static Optional<Rule> rule(TemplateResource resource, ResourceFields fields) {
    fields.demand("Name");
    fields.demand("Priority");
    fields.demand("Statement");
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
            fields.object("OverrideAction").map(RuleReader::override),
            fields.objects("RuleLabels").stream()
                .flatMap(label -> label.string("Name").stream())
                .toList()));
  }

  private static Rule.GroupOverride override(ResourceFields fields) {
    return new Rule.GroupOverride(fields.range(), fields.written("Count").isPresent());
  }
}
