package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An API that a template declares: where its document is, and what the template sets besides.
 * Immutable.
 */
public final class ApiResource {
  private static final String TRANSFORM = "Fn::Transform";
  private static final String SAM_API = "AWS::Serverless::Api";

  private final CloudFormationTemplate template;
  private final String logicalId;
  private final Optional<ApiType> type;
  private final boolean inDocument;

  private ApiResource(
      CloudFormationTemplate template,
      String logicalId,
      Optional<ApiType> type,
      boolean inDocument) {
    this.template = template;
    this.logicalId = logicalId;
    this.type = type;
    this.inDocument = inDocument;
  }

  /**
   * The APIs of a template, in its order.
   *
   * @param types what declares an API, by type of resource
   */
  public static List<ApiResource> of(CloudFormationTemplate template, Map<String, ApiType> types) {
    return declared(template, types, false).toList();
  }

  /** The API of a document that holds these resources itself, whether they declare it or not. */
  public static ApiResource ofDocument(
      CloudFormationTemplate resources, Map<String, ApiType> types) {
    return declared(resources, types, true)
        .findFirst()
        .orElseGet(() -> new ApiResource(resources, "", Optional.empty(), true));
  }

  private static Stream<ApiResource> declared(
      CloudFormationTemplate template, Map<String, ApiType> types, boolean inDocument) {
    return template.resources().members().keySet().stream()
        .filter(id -> types.containsKey(template.resourceType(id)))
        .map(
            id ->
                new ApiResource(
                    template,
                    id,
                    Optional.ofNullable(types.get(template.resourceType(id))),
                    inDocument));
  }

  /** The name of the resource in its template; empty text where only stages are declared. */
  public String logicalId() {
    return logicalId;
  }

  /** Whether all resources of the template belong to the API, as beside its document. */
  public boolean isInDocument() {
    return inDocument;
  }

  /** The kind of API that the resource declares; empty where it declares none. */
  public Optional<Api.Kind> kind() {
    boolean messages =
        property("ProtocolType")
            .flatMap(Node::asScalar)
            .filter(protocol -> protocol.text().equalsIgnoreCase("WEBSOCKET"))
            .isPresent();
    return messages ? Optional.of(Api.Kind.WEBSOCKET) : type.map(ApiType::kind);
  }

  /** The OpenAPI document that stands in the template. */
  public Optional<ObjectNode> body() {
    return type.flatMap(declared -> template.written(logicalId, declared.body()))
        .map(JsonText::parsed)
        .flatMap(Node::asObject)
        .filter(body -> body.has("openapi") || body.has("swagger"));
  }

  /** What says where the document is, as written; empty where nothing does. */
  public Optional<Node> document() {
    return template
        .written(logicalId, "BodyS3Location")
        .or(() -> template.written(logicalId, "DefinitionUri"))
        .or(this::included);
  }

  /** The file that {@code cdk synth} made of the document. */
  public Optional<String> assetPath() {
    return template.assetPath(logicalId);
  }

  /** The file of an {@code AWS::Include} that is the whole document. */
  private Optional<Node> included() {
    return type.flatMap(declared -> template.written(logicalId, declared.body()))
        .flatMap(
            body -> body.tag().equals("!Transform") ? Optional.of(body) : member(body, TRANSFORM))
        .flatMap(transform -> member(transform, "Parameters"))
        .flatMap(parameters -> member(parameters, "Location"));
  }

  /** The document with the settings of the resource, which win over its own. */
  public ObjectNode over(ObjectNode document) {
    return new ApiOverlay(this).over(document);
  }

  /** The template that declares it. */
  public CloudFormationTemplate template() {
    return template;
  }

  /** A property of the API as written. */
  Optional<Node> property(String name) {
    boolean sam = template.resourceType(logicalId).equals(SAM_API);
    return template
        .properties(logicalId)
        .get(name)
        .filter(value -> !value.isNull())
        .map(value -> sam && name.equals("BinaryMediaTypes") ? unescaped(value) : value)
        .map(value -> name.equals("Policy") ? JsonText.parsed(value) : value);
  }

  /** SAM takes {@code image~1png} for {@code image/png}. */
  private static Node unescaped(Node types) {
    return types
        .asArray()
        .<Node>map(
            array ->
                new ArrayNode(
                    array.range(),
                    array.tag(),
                    array.items().stream().map(ApiResource::unescapedItem).toList()))
        .orElse(types);
  }

  private static Node unescapedItem(Node type) {
    return type.asScalar()
        .filter(text -> text.tag().isEmpty())
        .<Node>map(text -> text.withText(text.text().replace("~1", "/")))
        .orElse(type);
  }

  static Optional<Node> member(Node node, String name) {
    return node.asObject().flatMap(object -> object.get(name));
  }
}
