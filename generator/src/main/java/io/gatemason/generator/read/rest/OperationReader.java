package io.gatemason.generator.read.rest;

import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.PassthroughBehavior;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One method from one operation object. */
final class OperationReader {
  private final OpenApiDocument document;
  private final ApiDraft draft;
  private final SecurityReader security;

  OperationReader(OpenApiDocument document, ApiDraft draft, SecurityReader security) {
    this.document = document;
    this.draft = draft;
    this.security = security;
  }

  void read(MethodSite site, Fields pathItem) {
    ResourcePath path = ResourcePath.of(draft.pathPrefix + site.pathText());
    MethodRequest request = new ParametersReader(document, draft, site).read(path, pathItem);
    SecurityReader.Security required = security.read(site);
    Integration integration =
        new IntegrationExtension(document, site).read().orElseGet(() -> standIn(site));
    draft.methods.add(
        new Method(
            path,
            site.verb(),
            site.operation().string("operationId"),
            site.key().range(),
            site.pointer(),
            request,
            new ResponsesReader(document).read(site),
            required.authorization(),
            required.apiKeyRequired(),
            integration,
            Optional.empty()));
  }

  /** Takes the place of an integration that was refused, so that checks still see the method. */
  private static Integration standIn(MethodSite site) {
    return new MockIntegration(
        site.key().range(),
        new IntegrationRequest(
            List.of(),
            Map.of(),
            PassthroughBehavior.WHEN_NO_MATCH,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of());
  }
}
