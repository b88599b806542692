package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.read.resource.DomainNames;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageNames;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.rest.BasePathMappingReader;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Optional;

/** What a key of a custom domain leads to: an API of any kind. */
public final class ApiMappingReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::ApiMapping");
  }

  @Override
  public Properties takes() {
    return Properties.of("ApiId", "ApiMappingKey", "DomainName", "Stage");
  }

  @Override
  public Properties describes() {
    return Properties.NONE;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    fields.demand("Stage");
    Optional<Placed<String>> domain = DomainNames.of(resource, fields, "DomainName");
    Optional<String> api = draft.api(resource, "ApiId");
    if (domain.isPresent() && api.isPresent()) {
      draft.mapping(
          domain.get(),
          new ApiMapping(
              resource.range(),
              BasePathMappingReader.basePath(resource, fields.text("ApiMappingKey")),
              api.get(),
              fields.written("Stage").flatMap(stage -> StageNames.of(resource, stage))));
    }
  }
}
