package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.model.service.ResourceId;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/** A resource of a template while it is read. Not thread-safe. */
public final class TemplateResource {
  private final TemplateScope scope;
  private final CloudFormationTemplate template;
  private final String logicalId;

  TemplateResource(TemplateScope scope, String logicalId) {
    this.scope = scope;
    this.template = scope.template();
    this.logicalId = logicalId;
  }

  /** The template that declares it. */
  public CloudFormationTemplate template() {
    return template;
  }

  /** Its name in the template. */
  public String logicalId() {
    return logicalId;
  }

  /** Its identity in the service. */
  public ResourceId id() {
    return new ResourceId(template.name(), logicalId);
  }

  /** Its type. */
  public String type() {
    return template.resourceType(logicalId);
  }

  /** Where its name stands. */
  public Range range() {
    return template.resourceRange(logicalId);
  }

  /** Whether there is such a resource, by its condition; true where the condition is unknown. */
  public boolean exists() {
    return template
        .resourceCondition(logicalId)
        .map(name -> scope.holds(name, range()))
        .orElse(true);
  }

  /** Its properties as written, in SAM with those of all resources of the type. */
  public ObjectNode properties() {
    return template.properties(logicalId);
  }

  /** Its members as written: type, properties and the rest. */
  public Optional<ObjectNode> object() {
    return template.resources().get(logicalId).flatMap(Node::asObject);
  }

  /** Its own properties as written. */
  public Optional<Node> written() {
    return object().flatMap(resource -> resource.get("Properties"));
  }

  /** Whether it stands in a document, whose API is the one that its resources are about. */
  boolean isInDocument() {
    return template.root().range().equals(template.resources().range());
  }

  /** Whether it belongs to a WebSocket API. */
  public boolean isOfWebSocketApi() {
    return fields()
        .written("ApiId")
        .flatMap(this::target)
        .filter(api -> api.type().endsWith("WebSocketApi") || api.isWebSocketApi())
        .isPresent();
  }

  /** Whether it says that it is an API of WebSockets. */
  public boolean isWebSocketApi() {
    return fields()
        .text("ProtocolType")
        .filter(protocol -> protocol.text().equalsIgnoreCase("WEBSOCKET"))
        .isPresent();
  }

  /** Where its type stands. */
  public Range typeRange() {
    return object()
        .flatMap(resource -> resource.get("Type"))
        .map(Node::range)
        .orElseGet(this::range);
  }

  /** Typed access to its properties. */
  public ResourceFields fields() {
    return new ResourceFields(this, properties(), type());
  }

  /** Another resource of the same template. */
  public TemplateResource sibling(String id) {
    return new TemplateResource(scope, id);
  }

  /**
   * The resource of the same template that a property refers to, by {@code Ref}, {@code GetAtt} or
   * a {@code Sub} of one of them; empty where it refers to none, as with text.
   */
  public Optional<TemplateResource> target(Node written) {
    return LogicalIds.named(written, scope::holds)
        .filter(id -> !template.resourceType(id).isEmpty())
        .map(this::sibling);
  }

  /** What of its {@link #target} a property refers to; empty text for what {@code Ref} gives. */
  public String attribute(Node written) {
    return LogicalIds.reference(written, scope::holds)
        .map(LogicalIds.Reference::attribute)
        .orElse("");
  }

  /**
   * The value that conditions choose, with what is inside as written; the result of any other
   * function. Empty where the value is removed.
   */
  public Optional<Node> chosen(Node written) {
    return LogicalIds.chosen(written, scope::holds)
        .flatMap(node -> LogicalIds.isCall(node) ? value(node) : Optional.of(node));
  }

  /** Whether a condition removes a value. */
  public boolean isRemoved(Node written) {
    return LogicalIds.chosen(written, scope::holds).isEmpty();
  }

  /** A value with its functions resolved; empty where it is removed. */
  public Optional<Node> value(Node written) {
    return scope.value(written);
  }

  /** A value with its functions resolved; empty where it is removed or only the cloud knows it. */
  public Optional<Node> valueIfKnown(Node written) {
    return scope.valueIfKnown(written);
  }

  /** Whether a value is a parameter that nobody may see. */
  public boolean isSecret(Node written) {
    return LogicalIds.named(written, (name, range) -> true).filter(template::isNoEcho).isPresent();
  }

  /** Reports a problem. */
  public void report(DiagnosticCode code, Range range, String message, String hint) {
    scope.report(code, range, message, hint);
  }
}
