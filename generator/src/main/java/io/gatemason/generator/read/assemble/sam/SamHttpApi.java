package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.GatemasonCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.assemble.Union;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An HTTP API of SAM: its document with the routes of events, and with what {@code Auth} and {@code
 * CorsConfiguration} say (docs/behaviour/resources.md#sam-http).
 */
public final class SamHttpApi {
  private static final String ANY = "x-amazon-apigateway-any-method";
  private static final String CORS = "x-amazon-apigateway-cors";
  private static final String DEFAULT = "/$default";

  private final TemplateResource api;
  private final List<Events.Event> events;
  private final SamHttpAuth auth;

  private SamHttpApi(SamEvents events, String logicalId) {
    this.api = events.scope().resource(logicalId);
    this.events = events.http(logicalId);
    this.auth = new SamHttpAuth(api);
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
    SamHttpApi sam = new SamHttpApi(events, logicalId);
    ObjectDraft root = new ObjectDraft(sam.api.range());
    sam.auth.addSchemes(root);
    if (made) {
      sam.events.forEach(event -> sam.route(event, root));
    } else {
      sam.warnOfEvents(document);
    }
    ObjectNode joined =
        substitution
            .apply(root.build())
            .asObject()
            .map(added -> new Union(diagnostics).of(document, added))
            .orElse(document);
    return sam.withCors(
        Operations.withPaths(
            joined,
            (path, item) ->
                Operations.withOperations(item, (verb, operation) -> sam.auth.secured(operation))));
  }

  private void route(Events.Event event, ObjectDraft root) {
    boolean isDefault =
        event.fields().written("Path").isEmpty() && event.fields().written("Method").isEmpty();
    Optional<ScalarNode> path =
        isDefault
            ? Optional.of(ScalarNode.computed(event.range(), DEFAULT))
            : event.fields().required("Path");
    Optional<ScalarNode> method =
        isDefault
            ? Optional.of(ScalarNode.computed(event.range(), "any"))
            : event.fields().required("Method");
    if (path.isEmpty() || method.isEmpty()) {
      return;
    }
    String text = path.get().text().equals("$default") ? DEFAULT : path.get().text();
    ObjectDraft operation =
        ApiParts.only(
            event.owner(),
            root.child("paths").child(path.get().range(), text),
            event.range(),
            verb(method.get()),
            text);
    if (text.equals(DEFAULT)) {
      operation.put("isDefaultRoute", ObjectDraft.bool(event.range(), true));
    }
    operation.child("responses");
    integration(event, operation.child("x-amazon-apigateway-integration"));
    auth.ofEvent(event, operation);
  }

  private void integration(Events.Event event, ObjectDraft integration) {
    integration.text("type", "aws_proxy").text("httpMethod", "POST");
    integration.put("uri", FunctionUri.of(event.owner(), event.range(), false));
    integration.put(
        "payloadFormatVersion",
        event
            .fields()
            .written("PayloadFormatVersion")
            .orElseGet(() -> ScalarNode.computed(event.range(), "2.0")));
    integration.put("timeoutInMillis", event.fields().written("TimeoutInMillis"));
    event.fields().written("RouteSettings").ifPresent(settings -> applied(event, settings));
  }

  /** The settings have been laid over those of the API, unless its name had to be worked out. */
  private void applied(Events.Event event, Node settings) {
    String key =
        EventRouteSettings.key(
            event.fields().text("Path").map(ScalarNode::text),
            event.fields().text("Method").map(ScalarNode::text));
    boolean known =
        api.fields()
            .object("RouteSettings")
            .filter(all -> all.written(key).isPresent())
            .isPresent();
    if (!known) {
      event
          .owner()
          .report(
              GatemasonCodes.GM3924,
              settings.range(),
              "\"RouteSettings\" of an event whose API or path is the value of a function is not"
                  + " supported yet",
              "it has no effect; write it at the API, or name the API by !Ref");
    }
  }

  private static String verb(ScalarNode written) {
    String verb = written.text().toLowerCase(Locale.ROOT);
    return verb.equals("any") || verb.equals("*") ? ANY : verb;
  }

  /** Beside a document events let the API invoke the function, and nothing more. */
  private void warnOfEvents(ObjectNode document) {
    for (Events.Event event : events) {
      Optional<ScalarNode> path = event.fields().text("Path");
      Optional<ScalarNode> method = event.fields().text("Method");
      String verb = method.map(SamHttpApi::verb).orElse(ANY);
      String text = path.map(ScalarNode::text).orElse(DEFAULT);
      if (Operations.of(document, text, verb).isEmpty()) {
        event
            .owner()
            .report(
                ResourceCodes.GM2224,
                event.range(),
                "the document of \""
                    + api.logicalId()
                    + "\" has no such route, and the event"
                    + " makes none",
                "add it to the document");
      }
    }
  }

  /** {@code true} and a text allow origins, and nothing else. */
  private ObjectNode withCors(ObjectNode document) {
    Optional<ScalarNode> origin = api.fields().value("CorsConfiguration").flatMap(Node::asScalar);
    if (origin.isEmpty() || origin.get().text().equals("false")) {
      return document;
    }
    boolean all = origin.get().text().equals("true");
    Node origins =
        new ArrayNode(
            origin.get().range(), "", List.of(all ? origin.get().withText("*") : origin.get()));
    ScalarNode key = ScalarNode.computed(origin.get().range(), CORS);
    return Operations.with(
        document,
        new Member(
            key, new ObjectDraft(origin.get().range()).put("allowOrigins", origins).build()));
  }
}
