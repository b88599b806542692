package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths of an API's resources: each is its parent's and a segment
 * (docs/behaviour/resources.md#rest).
 */
final class ResourcePaths {
  private static final String RESOURCE = "AWS::ApiGateway::Resource";
  private static final Set<String> ROOTS =
      Set.of("AWS::ApiGateway::RestApi", "AWS::Serverless::Api");

  /** How many segments a path may have, far beyond the quota of the service. */
  private static final int DEEPEST = 300;

  private final ApiParts parts;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * A path.
   *
   * @param text with a slash in front
   * @param range where its last segment stands
   */
  record Path(String text, Range range) {}

  ResourcePaths(ApiParts parts) {
    this.parts = parts;
  }

  /** The path of a method's resource; empty where there is none, which is reported. */
  Optional<Path> of(TemplateResource method) {
    ResourceFields fields = method.fields();
    Optional<TemplateResource> target = fields.written("ResourceId").flatMap(method::target);
    Range range =
        target
            .filter(found -> found.type().equals(RESOURCE))
            .flatMap(found -> found.fields().text("PathPart"))
            .map(ScalarNode::range)
            .orElseGet(method::range);
    return named(method, fields, "ResourceId").map(text -> new Path(text, range));
  }

  private Optional<String> named(TemplateResource from, ResourceFields fields, String property) {
    Optional<Node> written = fields.written(property);
    Optional<TemplateResource> target = written.flatMap(from::target);
    String attribute = written.map(from::attribute).orElse("");
    if (target.filter(this::isApi).isPresent() && attribute.equals("RootResourceId")) {
      return Optional.of("/");
    }
    Optional<TemplateResource> resource =
        target
            .filter(found -> found.type().equals(RESOURCE) && found.exists() && parts.has(found))
            .filter(found -> attribute.isEmpty() || attribute.equals("ResourceId"));
    if (resource.isEmpty()) {
      from.report(
          ResourceCodes.GM2218,
          written.map(Node::range).orElseGet(from::range),
          "\"" + property + "\" names no resource of this API",
          "write !GetAtt Api.RootResourceId, or !Ref of an AWS::ApiGateway::Resource of it");
    }
    return resource.flatMap(this::path);
  }

  private boolean isApi(TemplateResource target) {
    return ROOTS.contains(target.type()) && target.logicalId().equals(parts.api().logicalId());
  }

  /** Reports resources that cannot be, whether or not a method needs them. */
  void check() {
    Map<String, TemplateResource> byPath = new HashMap<>();
    for (TemplateResource resource : parts.of(RESOURCE)) {
      Optional<String> path = path(resource);
      TemplateResource other = path.map(text -> byPath.putIfAbsent(text, resource)).orElse(null);
      if (other != null) {
        resource.report(
            ResourceCodes.GM2219,
            resource.range(),
            "Another resource with the same parent already has this name: \""
                + other.logicalId()
                + "\" is "
                + path.get(),
            "refer to that one, and remove this one");
      }
    }
  }

  private Optional<String> path(TemplateResource resource) {
    Optional<String> found = known.get(resource.logicalId());
    if (found != null) {
      return found;
    }
    if (open.size() > DEEPEST || !open.add(resource.logicalId())) {
      refuse(resource, open.size() > DEEPEST ? "too deep" : "below itself");
      return Optional.empty();
    }
    ResourceFields fields = resource.fields();
    Optional<String> parent = named(resource, fields, "ParentId");
    Optional<String> part = fields.required("PathPart").map(ScalarNode::text);
    part.filter(text -> text.contains("/"))
        .ifPresent(
            text ->
                resource.report(
                    ApiCodes.GM3104,
                    fields.required("PathPart").orElseThrow().range(),
                    "Resource's path part \""
                        + text
                        + "\" only allows letters, digits, _ - . , : and a variable in braces",
                    "declare a resource for each segment"));
    Optional<String> path =
        parent.flatMap(above -> part.map(own -> (above.equals("/") ? "" : above) + "/" + own));
    open.remove(resource.logicalId());
    if (path.filter(text -> text.chars().filter(c -> c == '/').count() > DEEPEST).isPresent()) {
      refuse(resource, "too deep");
      path = Optional.empty();
    }
    known.put(resource.logicalId(), path);
    return path;
  }

  private static void refuse(TemplateResource resource, String where) {
    resource.report(
        ResourceCodes.GM2218,
        resource.range(),
        "resource \"%s\" lies %s".formatted(resource.logicalId(), where),
        "let one of the resources on the way have the root as its parent");
  }
}
