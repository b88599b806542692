package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code RouteSettings} of events, which are those of the API's stage: each member of an event
 * counts before the same of the API (docs/behaviour/resources.md#sam-http).
 */
final class EventRouteSettings {
  private static final String SETTINGS = "RouteSettings";
  private static final String PROPERTIES = "Properties";

  private final CloudFormationTemplate template;

  EventRouteSettings(CloudFormationTemplate template) {
    this.template = template;
  }

  /** Lays what events say over the APIs among the resources of the template. */
  void addTo(Map<String, Member> resources) {
    for (String owner : template.resources().members().keySet()) {
      if (Events.OWNERS.contains(template.resourceType(owner))) {
        object(template.properties(owner), "Events")
            .map(ObjectNode::members)
            .orElse(Map.of())
            .values()
            .forEach(event -> add(event.value(), resources));
      }
    }
  }

  private void add(Node event, Map<String, Member> resources) {
    Optional<ObjectNode> properties =
        event
            .asObject()
            .filter(e -> text(e, "Type").filter(EventKind.HTTP.type()::equals).isPresent())
            .flatMap(e -> object(e, PROPERTIES));
    Optional<Member> settings = properties.flatMap(p -> p.member(SETTINGS));
    Optional<ScalarNode> route = properties.flatMap(p -> route(p, settings));
    Optional<String> api = properties.flatMap(EventRouteSettings::api);
    if (route.isPresent()
        && api.isPresent()
        && template.resourceType(api.get()).equals(EventKind.HTTP.apiType())) {
      resources.computeIfPresent(
          api.get(), (id, member) -> with(id, member, route.get(), settings.orElseThrow().value()));
    }
  }

  private Member with(String id, Member resource, ScalarNode route, Node settings) {
    ObjectNode api = resource.value().asObject().orElseThrow();
    ObjectNode properties =
        object(api, PROPERTIES).orElseGet(() -> new ObjectNode(api.range(), "", List.of()));
    ObjectNode all =
        object(properties, SETTINGS)
            .or(() -> object(template.properties(id), SETTINGS))
            .orElseGet(() -> new ObjectNode(settings.range(), "", List.of()));
    Node one = object(all, route.text()).<Node>map(old -> over(old, settings)).orElse(settings);
    ObjectNode changed = Operations.with(all, new Member(route, one));
    ScalarNode key = ScalarNode.computed(settings.range(), SETTINGS);
    ObjectNode own = Operations.with(properties, new Member(key, changed));
    ScalarNode name = ScalarNode.computed(api.range(), PROPERTIES);
    return new Member(resource.key(), Operations.with(api, new Member(name, own)));
  }

  private static Node over(ObjectNode old, Node settings) {
    ObjectNode joined = old;
    for (Member member : settings.asObject().map(ObjectNode::members).orElse(Map.of()).values()) {
      joined = Operations.with(joined, member);
    }
    return joined;
  }

  private static Optional<ScalarNode> route(ObjectNode event, Optional<Member> settings) {
    String key = key(text(event, "Path"), text(event, "Method"));
    return settings.map(member -> ScalarNode.computed(member.key().range(), key));
  }

  /** The key of an event's route. */
  static String key(Optional<String> path, Optional<String> method) {
    return path.filter(each -> !each.equals("$default"))
        .flatMap(each -> method.map(verb -> verb(verb) + " " + each))
        .orElse("$default");
  }

  private static String verb(String method) {
    return method.equals("*") ? "ANY" : method.toUpperCase(Locale.ROOT);
  }

  private static Optional<String> api(ObjectNode event) {
    Optional<Node> named = event.get(EventKind.HTTP.api());
    return named.isEmpty()
        ? Optional.of(EventKind.HTTP.implicit())
        : named.flatMap(SamTemplates::reference);
  }

  private static Optional<ObjectNode> object(ObjectNode node, String name) {
    return node.get(name).flatMap(Node::asObject);
  }

  private static Optional<String> text(ObjectNode node, String name) {
    return node.get(name).flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
