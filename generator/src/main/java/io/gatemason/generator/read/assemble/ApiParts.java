package io.gatemason.generator.read.assemble;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/** The resources of a template that belong to one API. */
public final class ApiParts {
  private final TemplateScope scope;
  private final String api;
  private final boolean all;

  /**
   * Those of an API.
   *
   * @param api its logical id
   * @param all whether all resources are its parts, whatever API they name
   */
  public ApiParts(TemplateScope scope, String api, boolean all) {
    this.scope = scope;
    this.api = api;
    this.all = all;
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
    return scope.resources().stream()
        .filter(resource -> resource.type().equals(type))
        .filter(resource -> all || isOurs(resource))
        .filter(TemplateResource::exists)
        .toList();
  }

  private boolean isOurs(TemplateResource resource) {
    return resource
        .fields()
        .written("RestApiId")
        .or(() -> resource.fields().written("ApiId"))
        .flatMap(resource::target)
        .filter(target -> target.logicalId().equals(api))
        .isPresent();
  }

  /** Whether a resource is a part of the API. */
  public boolean has(TemplateResource resource) {
    return all || isOurs(resource);
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
          DiagnosticCode.GM2221,
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
          DiagnosticCode.GM2219,
          at,
          what + " \"" + name + "\" is declared twice",
          "remove or rename one of them");
      return new ObjectDraft(at);
    }
    return parts.child(at, name);
  }
}
