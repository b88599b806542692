package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Templates with the resources that SAM adds: the API of events that name none, and the usage plan
 * and key that {@code Auth} asks for (docs/behaviour/resources.md#sam).
 */
public final class SamTemplates {
  /** The API of events of type {@code Api} that name none. */
  static final String IMPLICIT = "ServerlessRestApi";

  /** The API of events of type {@code HttpApi} that name none. */
  static final String IMPLICIT_HTTP = "ServerlessHttpApi";

  private static final String API = "AWS::Serverless::Api";
  private static final String SHARED = "Serverless";

  private final CloudFormationTemplate template;
  private final Map<String, Member> resources;

  private SamTemplates(CloudFormationTemplate template) {
    this.template = template;
    this.resources = new LinkedHashMap<>(template.resources().members());
  }

  /** Whether SAM makes an API of events that name none. */
  public static boolean isImplicit(String logicalId) {
    return logicalId.equals(IMPLICIT) || logicalId.equals(IMPLICIT_HTTP);
  }

  /** The template with these resources. */
  public static CloudFormationTemplate expanded(CloudFormationTemplate written) {
    CloudFormationTemplate whole = new SamTemplates(written).withImplicitApis();
    return new SamTemplates(new SamTemplates(whole).withUsagePlans()).withRouteSettings();
  }

  private CloudFormationTemplate withImplicitApis() {
    for (EventKind kind : EventKind.values()) {
      if (!resources.containsKey(kind.implicit())) {
        implicitEvent(kind).ifPresent(range -> implicitApi(kind, range));
      }
    }
    return changed();
  }

  private void implicitApi(EventKind kind, Range range) {
    ObjectDraft api = new ObjectDraft(range).text("Type", kind.apiType());
    if (kind == EventKind.REST) {
      api.child("Properties").text("StageName", "Prod");
    }
    add(kind.implicit(), api);
  }

  /** Where the first event stands that names no API. */
  private Optional<Range> implicitEvent(EventKind kind) {
    return template.resources().members().keySet().stream()
        .filter(id -> Events.OWNERS.contains(template.resourceType(id)))
        .flatMap(id -> template.properties(id).get("Events").stream())
        .flatMap(events -> events.asObject().stream())
        .flatMap(events -> events.members().values().stream())
        .filter(event -> namesNoApi(event, kind))
        .map(event -> event.key().range())
        .findFirst();
  }

  private static boolean namesNoApi(Member event, EventKind kind) {
    Optional<Node> named =
        member(event.value(), "Properties").flatMap(node -> member(node, kind.api()));
    return text(event.value(), "Type").filter(kind.type()::equals).isPresent()
        && (named.isEmpty() || refersTo(named.get(), kind.implicit()));
  }

  private static boolean refersTo(Node written, String name) {
    return reference(written).filter(name::equals).isPresent();
  }

  /** The name of the resource that is referred to. */
  static Optional<String> reference(Node written) {
    return written.tag().equals("!Ref")
        ? written.asScalar().map(ScalarNode::text)
        : text(written, "Ref");
  }

  private CloudFormationTemplate withRouteSettings() {
    new EventRouteSettings(template).addTo(resources);
    return changed();
  }

  private CloudFormationTemplate withUsagePlans() {
    List<Node> shared = new ArrayList<>();
    Optional<ObjectNode> last = Optional.empty();
    for (String id : template.resources().members().keySet()) {
      Optional<ObjectNode> plan =
          Optional.of(template.properties(id))
              .filter(properties -> template.resourceType(id).equals(API))
              .flatMap(properties -> properties.get("Auth"))
              .flatMap(auth -> member(auth, "UsagePlan"))
              .flatMap(Node::asObject);
      String kind = plan.flatMap(node -> text(node, "CreateUsagePlan")).orElse("NONE");
      if (kind.equals("PER_API")) {
        usagePlan(id, plan.orElseThrow(), List.of(stage(id, plan.get())));
      } else if (kind.equals("SHARED")) {
        shared.add(stage(id, plan.orElseThrow()));
        last = plan;
      }
    }
    last.ifPresent(plan -> usagePlan(SHARED, plan, shared));
    return changed();
  }

  /** The stage of an API, as usage plans name it. */
  private static ObjectNode stage(String api, Node at) {
    ObjectDraft stage = new ObjectDraft(at.range());
    stage.child("ApiId").text("Ref", api);
    stage.child("Stage").text("Ref", api + ".Stage");
    return stage.build();
  }

  private void usagePlan(String prefix, ObjectNode written, List<Node> stages) {
    Range range = written.range();
    ObjectDraft plan = new ObjectDraft(range).text("Type", "AWS::ApiGateway::UsagePlan");
    ObjectDraft properties = plan.child("Properties").list("ApiStages", List.copyOf(stages));
    for (String name : List.of("UsagePlanName", "Quota", "Throttle")) {
      properties.put(name, written.get(name));
    }
    add(prefix + "UsagePlan", plan);
    ObjectDraft key = new ObjectDraft(range).text("Type", "AWS::ApiGateway::ApiKey");
    key.child("Properties").put("Enabled", ObjectDraft.bool(range, true));
    add(prefix + "ApiKey", key);
    ObjectDraft inPlan = new ObjectDraft(range).text("Type", "AWS::ApiGateway::UsagePlanKey");
    ObjectDraft joined = inPlan.child("Properties").text("KeyType", "API_KEY");
    joined.child("KeyId").text("Ref", prefix + "ApiKey");
    joined.child("UsagePlanId").text("Ref", prefix + "UsagePlan");
    add(prefix + "UsagePlanKey", inPlan);
  }

  private void add(String logicalId, ObjectDraft resource) {
    resources.putIfAbsent(
        logicalId, new Member(ScalarNode.computed(resource.range(), logicalId), resource.build()));
  }

  private CloudFormationTemplate changed() {
    if (resources.equals(template.resources().members())) {
      return template;
    }
    ObjectNode root = template.root();
    Map<String, Member> members = new LinkedHashMap<>(root.members());
    members.computeIfPresent(
        "Resources",
        (name, member) ->
            new Member(
                member.key(),
                new ObjectNode(member.value().range(), "", new ArrayList<>(resources.values()))));
    return new CloudFormationTemplate(
        new ObjectNode(root.range(), root.tag(), new ArrayList<>(members.values())));
  }

  private static Optional<Node> member(Node node, String name) {
    return node.asObject().flatMap(object -> object.get(name));
  }

  private static Optional<String> text(Node node, String name) {
    return member(node, name).flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
