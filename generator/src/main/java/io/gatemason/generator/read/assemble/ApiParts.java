package io.gatemason.generator.read.assemble;

import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of a template that belong to one API. */
public final class ApiParts {
  private final TemplateScope scope;
  private final String api;
  private final List<TemplateResource> parts;
  private final Set<String> ids = new HashSet<>();

  ApiParts(TemplateScope scope, String api, List<TemplateResource> parts) {
    this.scope = scope;
    this.api = api;
    this.parts = parts;
  }

  /** The resource that declares the API. */
  public TemplateResource api() {
    return scope.resource(api);
  }

  /** Where what is written nowhere stands: at the API. */
  public Range range() {
    return scope.template().resourceRange(api);
  }

  /** The parts of a type that are there by their conditions, in the order of the template. */
  public List<TemplateResource> of(String type) {
    return parts.stream()
        .filter(resource -> resource.type().equals(type))
        .filter(TemplateResource::exists)
        .toList();
  }

  /** Whether a resource is a part of the API. */
  public boolean has(TemplateResource resource) {
    if (ids.isEmpty()) {
      parts.forEach(part -> ids.add(part.logicalId()));
    }
    return ids.contains(resource.logicalId());
  }

  /**
   * The part that a property refers to; empty where there is none, which is reported: the method
   * would miss what it asks for.
   */
  public Optional<TemplateResource> named(
      TemplateResource from, ResourceFields fields, String property, String type) {
    Optional<Node> written = fields.written(property).flatMap(from::chosen);
    Optional<TemplateResource> found =
        written
            .flatMap(node -> fields.written(property).flatMap(from::target))
            .filter(target -> target.type().equals(type) && target.exists() && has(target));
    if (written.isPresent() && found.isEmpty()) {
      from.report(
          ResourceCodes.GM2221,
          written.get().range(),
          "\"" + property + "\" names no " + type + " of this API",
          "refer to one that the template declares for the same API");
    }
    return found;
  }

  /** Adds a part of the API under its name, unless there is one, which is reported. */
  public static ObjectDraft only(
      TemplateResource part, ObjectDraft parts, Range at, String name, String what) {
    if (parts.has(name)) {
      part.report(
          ResourceCodes.GM2219,
          at,
          what + " \"" + name + "\" is declared twice",
          "remove or rename one of them");
      return new ObjectDraft(at);
    }
    return parts.child(at, name);
  }
}
