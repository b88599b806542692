package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.read.resource.DomainNames;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageNames;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** What a base path of a custom domain leads to. */
public final class BasePathMappingReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::BasePathMapping", "AWS::ApiGateway::BasePathMappingV2");
  }

  @Override
  public Properties takes() {
    return Properties.of("DomainName", "DomainNameArn", "RestApiId", "BasePath", "Stage");
  }

  @Override
  public Properties describes() {
    return Properties.of("Id");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    String property =
        resource.type().equals("AWS::ApiGateway::BasePathMapping") ? "DomainName" : "DomainNameArn";
    Optional<Placed<String>> domain = DomainNames.of(resource, fields, property);
    Optional<String> api = draft.api(resource, "RestApiId");
    if (domain.isPresent() && api.isPresent()) {
      draft.mapping(
          domain.get(),
          new ApiMapping(
              resource.range(),
              basePath(resource, fields.text("BasePath")),
              api.get(),
              fields.written("Stage").flatMap(stage -> StageNames.of(resource, stage))));
    }
  }

  /** Without slashes around it; {@code (none)} is the root. */
  public static Placed<String> basePath(TemplateResource resource, Optional<ScalarNode> written) {
    String text = written.map(ScalarNode::text).orElse("").replaceAll("^/+|/+$", "");
    return new Placed<>(
        text.equals("(none)") ? "" : text, written.map(ScalarNode::range).orElse(resource.range()));
  }
}
