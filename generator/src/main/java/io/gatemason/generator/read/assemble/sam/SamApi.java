package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.assemble.Union;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A REST API of SAM: its document with the methods of events, and with what {@code Models}, {@code
 * Cors}, {@code Auth} and {@code GatewayResponses} say (docs/behaviour/resources.md#sam).
 */
public final class SamApi {
  private static final String RESPONSES = "x-amazon-apigateway-gateway-responses";
  private final TemplateResource api;
  private final List<Events.Event> events;
  private final DocumentForm form;
  private final SamAuth auth;
  private final boolean made;
  private boolean overrides;

  private SamApi(SamEvents events, String logicalId, ObjectNode document, boolean made) {
    this.api = events.scope().resource(logicalId);
    this.events = events.rest(logicalId);
    this.form = DocumentForm.of(document);
    this.auth = new SamAuth(api, form);
    this.made = made;
  }

  /** The version of the document that SAM makes. */
  public static DocumentForm form(TemplateResource api) {
    return api.fields().text("OpenApiVersion").filter(v -> v.text().startsWith("3")).isPresent()
        ? DocumentForm.OPENAPI_3_0
        : DocumentForm.SWAGGER_2_0;
  }

  /**
   * Completes a document.
   *
   * @param made whether it is one that SAM makes, rather than one that is written
   * @param substitution resolves functions
   */
  public static ObjectNode complete(
      SamEvents events,
      String logicalId,
      ObjectNode document,
      boolean made,
      UnaryOperator<Node> substitution,
      Diagnostics diagnostics) {
    SamApi sam = new SamApi(events, logicalId, document, made);
    boolean merges = sam.api.fields().isTrue("MergeDefinitions");
    ObjectDraft root = new ObjectDraft(sam.api.range());
    sam.components(root, document);
    if (made || merges) {
      sam.methods(root, document);
    } else {
      sam.warnOfEvents(document);
    }
    Union union = merges ? Union.ofOperations(diagnostics) : new Union(diagnostics);
    ObjectNode joined =
        substitution
            .apply(root.build())
            .asObject()
            .map(added -> union.of(document, added))
            .orElse(document);
    return sam.decorated(made || merges ? joined : sam.overridden(joined), made || merges);
  }

  private ObjectNode overridden(ObjectNode document) {
    EventOverrides written = EventOverrides.of(events, auth);
    overrides = !written.isEmpty();
    return written.over(document);
  }

  private void components(ObjectDraft root, ObjectNode document) {
    if (auth.fields().isPresent() || !events.isEmpty()) {
      auth.addSchemes(root, form.schemeNames(document));
    }
    for (Member model : written("Models")) {
      form.schemas(root).put(model.key().range(), model.name(), model.value());
    }
    Optional<ResourceFields> responses = api.fields().object("GatewayResponses");
    for (Member member : written("GatewayResponses")) {
      responses
          .flatMap(fields -> fields.object(member.name()))
          .ifPresent(
              response ->
                  response(
                      response, root.child(RESPONSES).child(member.key().range(), member.name())));
    }
  }

  private List<Member> written(String name) {
    return api.fields().object(name).map(ResourceFields::writtenMembers).orElse(List.of());
  }

  private void response(ResourceFields written, ObjectDraft response) {
    response.put("statusCode", written.written("StatusCode"));
    response.put("responseTemplates", written.written("ResponseTemplates"));
    Optional<ResourceFields> parameters = written.object("ResponseParameters");
    parameters.flatMap(all -> all.object("Headers")).stream()
        .flatMap(all -> all.writtenMembers().stream())
        .forEach(
            member ->
                response
                    .child("responseParameters")
                    .put(
                        member.key().range(),
                        "gatewayresponse.header." + member.name(),
                        member.value()));
    for (String name : List.of("Paths", "QueryStrings")) {
      parameters
          .flatMap(all -> all.written(name))
          .ifPresent(
              node ->
                  api.report(
                      DocumentCodes.GM2112,
                      node.range(),
                      "\"" + name + "\" has no effect: an answer has neither path nor query",
                      "remove it"));
    }
  }

  private void methods(ObjectDraft root, ObjectNode document) {
    Set<String> models = new HashSet<>(form.schemaNames(document));
    written("Models").forEach(model -> models.add(model.name()));
    EventOperation operations = new EventOperation(form, root, models);
    for (Events.Event event : events) {
      Optional<ScalarNode> path = event.fields().required("Path");
      Optional<ScalarNode> method = event.fields().required("Method");
      if (path.isPresent() && method.isPresent()) {
        ObjectDraft operation =
            ApiParts.only(
                event.owner(),
                root.child("paths").child(path.get().range(), path.get().text()),
                event.range(),
                verb(method.get()),
                path.get().text());
        operations.fill(event, path.get().text(), operation);
        auth.ofEvent(event, operation);
        if (made && !operation.has("responses")) {
          operation.child("responses").child("200").text("description", "200 response");
        }
      }
    }
  }

  /** The word of documents for the verb of an event. */
  static String verb(ScalarNode written) {
    String verb = written.text().toLowerCase(Locale.ROOT);
    return verb.equals("any") || verb.equals("*") ? "x-amazon-apigateway-any-method" : verb;
  }

  /** Beside a document events let the API invoke the function, and nothing more. */
  private void warnOfEvents(ObjectNode document) {
    for (Events.Event event : events) {
      Optional<ScalarNode> path = event.fields().text("Path");
      Optional<ScalarNode> method = event.fields().text("Method");
      boolean there =
          path.isPresent()
              && method.isPresent()
              && Operations.of(document, path.get().text(), verb(method.get())).isPresent();
      if (!there) {
        event
            .owner()
            .report(
                ResourceCodes.GM2224,
                event.range(),
                "the document of \""
                    + api.logicalId()
                    + "\" has no such method, and the event"
                    + " makes none",
                "add it to the document, or write MergeDefinitions: true");
      }
    }
  }

  private ObjectNode decorated(ObjectNode document, boolean withEvents) {
    ObjectNode decorated = document;
    Optional<SamCors> cors = SamCors.of(api, form);
    if (cors.isPresent()) {
      decorated = Operations.withPaths(decorated, (path, item) -> cors.get().with(path, item));
    }
    if (withEvents || auth.fields().isPresent() || overrides) {
      decorated =
          Operations.withPaths(
              decorated, (path, item) -> Operations.withOperations(item, auth::secured));
    }
    String stage = api.fields().text("StageName").map(ScalarNode::text).orElse("*");
    SamPolicy policy = new SamPolicy(stage, decorated);
    auth.fields()
        .flatMap(fields -> fields.object("ResourcePolicy"))
        .ifPresent(fields -> policy.add(fields, path -> true));
    for (Events.Event event : withEvents ? events : List.<Events.Event>of()) {
      Optional<String> path = event.fields().text("Path").map(ScalarNode::text);
      event
          .fields()
          .object("Auth")
          .flatMap(fields -> fields.object("ResourcePolicy"))
          .ifPresent(fields -> policy.add(fields, each -> path.equals(Optional.of(each))));
    }
    return policy.applied();
  }
}
