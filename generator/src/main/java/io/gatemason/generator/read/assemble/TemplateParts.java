package io.gatemason.generator.read.assemble;

import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of a template by the API that they name, found once for all its APIs. */
public final class TemplateParts {
  private final TemplateScope scope;
  private final Map<String, List<TemplateResource>> byApi = new HashMap<>();
  private final List<TemplateResource> all;

  /** Finds them. */
  public TemplateParts(TemplateScope scope) {
    this.scope = scope;
    this.all = scope.resources();
    for (TemplateResource resource : all) {
      api(resource)
          .ifPresent(id -> byApi.computeIfAbsent(id, api -> new ArrayList<>()).add(resource));
    }
  }

  private static Optional<String> api(TemplateResource resource) {
    Optional<Node> written =
        Stream.of("RestApiId", "ApiId")
            .flatMap(property -> resource.properties().get(property).stream())
            .findFirst();
    return written.flatMap(resource::target).map(TemplateResource::logicalId);
  }

  /** The template. */
  public TemplateScope scope() {
    return scope;
  }

  /**
   * Those of an API.
   *
   * @param api its logical id
   * @param everything whether all resources are its parts, whatever API they name
   */
  public ApiParts of(String api, boolean everything) {
    return new ApiParts(scope, api, everything ? all : byApi.getOrDefault(api, List.of()));
  }
}
