package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of functions and state machines that are methods or routes of an API. */
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

  /** The events of a kind by the logical ids of their APIs, in the order of the template. */
  static Map<String, List<Event>> byApi(TemplateScope scope, EventKind kind) {
    Map<String, List<Event>> events = new HashMap<>();
    for (TemplateResource owner : scope.resources()) {
      if (OWNERS.contains(owner.type()) && owner.exists()) {
        add(owner, kind, events);
      }
    }
    return events;
  }

  private static void add(TemplateResource owner, EventKind kind, Map<String, List<Event>> events) {
    Optional<ResourceFields> all = owner.fields().object("Events");
    for (Member member : all.map(ResourceFields::writtenMembers).orElse(List.of())) {
      all.get()
          .object(member.name())
          .filter(event -> event.text("Type").filter(t -> t.text().equals(kind.type())).isPresent())
          .map(event -> event.object("Properties").orElse(event))
          .ifPresent(
              properties ->
                  api(owner, properties, kind)
                      .ifPresent(
                          id ->
                              events
                                  .computeIfAbsent(id, api -> new ArrayList<>())
                                  .add(new Event(owner, member.key().range(), properties))));
    }
  }

  private static Optional<String> api(
      TemplateResource owner, ResourceFields event, EventKind kind) {
    Optional<Node> named = event.written(kind.api()).flatMap(owner::chosen);
    if (named.isEmpty()) {
      return Optional.of(kind.implicit());
    }
    return event
        .written(kind.api())
        .flatMap(owner::target)
        .map(TemplateResource::logicalId)
        .or(() -> named.flatMap(Node::asScalar).map(ScalarNode::text));
  }
}
