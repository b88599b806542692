package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.http.HttpParts;
import io.gatemason.generator.read.resource.http.StageV2Reader;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** An HTTP API of SAM: its stage, and what was laid over its document. */
public final class ServerlessHttpApiReader implements ApiResourceReader {
  private static final String DEFAULT_STAGE = "$default";

  @Override
  public List<String> types() {
    return List.of("AWS::Serverless::HttpApi");
  }

  @Override
  public String body() {
    return "DefinitionBody";
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "DefinitionBody",
            "DisableExecuteApiEndpoint",
            "FailOnWarnings",
            "Name",
            "StageName",
            "StageVariables")
        .with("DefinitionUri", Properties.of("Bucket", "Key", "Version"))
        .with("AccessLogSettings", HttpParts.ACCESS_LOG)
        .with("Auth", AuthProperties.OF_HTTP_API)
        .with(
            "CorsConfiguration",
            Properties.of(
                "AllowCredentials",
                "AllowHeaders",
                "AllowMethods",
                "AllowOrigins",
                "ExposeHeaders",
                "MaxAge"))
        .with("DefaultRouteSettings", HttpParts.ROUTE_SETTINGS)
        .with("Domain", DomainProperties.TAKES)
        .withEach("RouteSettings", HttpParts.ROUTE_SETTINGS);
  }

  @Override
  public Properties describes() {
    return Properties.of("Description", "PropagateTags", "Tags")
        .with("Domain", DomainProperties.DESCRIBES);
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    DefinitionProperties.judge(resource);
    Optional<String> api = draft.apiOf(resource);
    if (api.isPresent()) {
      ScalarNode name =
          fields
              .text("StageName")
              .orElseGet(() -> ScalarNode.computed(resource.range(), DEFAULT_STAGE));
      draft.stage(
          api.get(),
          new Stage(
              name.text(),
              name.range(),
              StageSettingsReader.variables(fields, "StageVariables"),
              StageV2Reader.settings(fields)));
      DomainProperties.read(resource, api.get(), name.text(), draft);
    }
  }
}
