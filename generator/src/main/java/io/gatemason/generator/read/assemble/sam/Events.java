package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of functions and state machines that are methods of an API. */
final class Events {
  /** The types that have events. */
  static final Set<String> OWNERS =
      Set.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine");

  private Events() {}

  /**
   * An event.
   *
   * @param owner the function or state machine
   * @param range where its name stands
   * @param fields its properties
   */
  record Event(TemplateResource owner, Range range, ResourceFields fields) {}

  /** Those of an API, in the order of the template. */
  static List<Event> of(TemplateScope scope, String api) {
    List<Event> events = new ArrayList<>();
    for (TemplateResource owner : scope.resources()) {
      if (OWNERS.contains(owner.type()) && owner.exists()) {
        add(owner, api, events);
      }
    }
    return events;
  }

  private static void add(TemplateResource owner, String api, List<Event> events) {
    Optional<ResourceFields> all = owner.fields().object("Events");
    for (Member member : all.map(ResourceFields::writtenMembers).orElse(List.of())) {
      all.get()
          .object(member.name())
          .filter(event -> event.text("Type").filter(t -> t.text().equals("Api")).isPresent())
          .flatMap(event -> event.object("Properties"))
          .filter(properties -> isOf(owner, properties, api))
          .ifPresent(properties -> events.add(new Event(owner, member.key().range(), properties)));
    }
  }

  private static boolean isOf(TemplateResource owner, ResourceFields event, String api) {
    Optional<Node> named = event.written("RestApiId").flatMap(owner::chosen);
    if (named.isEmpty()) {
      return api.equals(SamTemplates.IMPLICIT);
    }
    return event
        .written("RestApiId")
        .flatMap(owner::target)
        .map(TemplateResource::logicalId)
        .or(() -> named.flatMap(Node::asScalar).map(ScalarNode::text))
        .filter(api::equals)
        .isPresent();
  }
}
