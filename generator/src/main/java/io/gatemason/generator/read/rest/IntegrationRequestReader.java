package io.gatemason.generator.read.rest;

import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.PassthroughBehavior;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.MappingExpressions;
import java.util.Map;
import java.util.Optional;

/**
 * The backend side of requests: mappings, templates, pass-through, caching
 * (docs/behaviour/import.md#integrations).
 */
final class IntegrationRequestReader {
  private final OpenApiDocument document;
  private final MethodSite site;

  IntegrationRequestReader(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  /**
   * What the type uses, and the mappings of functions, of which some are refused; the rest is not
   * looked at, since {@link UnusedSettings} warns of it.
   */
  IntegrationRequest read(Fields fields, String type) {
    return new IntegrationRequest(
        ParameterMappingsReader.of(document, MappingExpressions.REQUEST, site)
            .read(fields, "requestParameters"),
        type.endsWith("_PROXY")
            ? Map.of()
            : new TemplatesReader(document).read(fields, "requestTemplates"),
        fields
            .choice("passthroughBehavior", PassthroughBehavior.class)
            .orElse(PassthroughBehavior.WHEN_NO_MATCH),
        fields.choice("contentHandling", ContentHandling.class),
        fields.texts("cacheKeyParameters"),
        fields.string("cacheNamespace"),
        Optional.empty());
  }
}
