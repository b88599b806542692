package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.rest.IpAddressTypes;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** A REST API of SAM: its stage, and what was laid over its document. */
public final class ServerlessApiReader implements ApiResourceReader {
  /** For which APIs SAM makes a usage plan. */
  private enum UsagePlans {
    PER_API,
    SHARED,
    NONE
  }

  @Override
  public List<String> types() {
    return List.of("AWS::Serverless::Api");
  }

  @Override
  public String body() {
    return "DefinitionBody";
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "ApiKeySourceType",
            "BinaryMediaTypes",
            "DefinitionBody",
            "DisableExecuteApiEndpoint",
            "EndpointAccessMode",
            "FailOnWarnings",
            "MergeDefinitions",
            "MinimumCompressionSize",
            "Mode",
            "Models",
            "Name",
            "OpenApiVersion",
            "Policy",
            "SecurityPolicy",
            "StageName",
            "Variables")
        .with("DefinitionUri", Properties.of("Bucket", "Key", "Version"))
        .with("Auth", AuthProperties.OF_API)
        .with(
            "Cors",
            Properties.of(
                "AllowCredentials", "AllowHeaders", "AllowMethods", "AllowOrigin", "MaxAge"))
        .with("Domain", DomainProperties.TAKES_OF_REST)
        .withEach(
            "GatewayResponses",
            Properties.of("ResponseTemplates", "StatusCode")
                .with("ResponseParameters", Properties.of("Headers", "Paths", "QueryStrings")))
        .and(StageSettingsReader.TAKES);
  }

  @Override
  public Properties describes() {
    return Properties.of("AlwaysDeploy", "Description", "PropagateTags", "Tags")
        .with("Auth", Properties.NONE.with("UsagePlan", Properties.of("Description", "Tags")))
        .with("Domain", DomainProperties.DESCRIBES)
        .with("EndpointConfiguration", Properties.of("IpAddressType", "Type", "VPCEndpointIds"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    DefinitionProperties.judge(resource);
    IpAddressTypes.check(resource);
    fields
        .object("Auth")
        .flatMap(auth -> auth.object("UsagePlan"))
        .ifPresent(
            plan -> {
              plan.required("CreateUsagePlan");
              plan.choice("CreateUsagePlan", UsagePlans.class);
            });
    Optional<String> api = draft.apiOf(resource);
    api.ifPresent(id -> draft.deploymentId(id, resource));
    Optional<ScalarNode> name = fields.required("StageName");
    if (api.isPresent() && name.isPresent()) {
      draft.stage(
          api.get(),
          new Stage(
              name.get().text(),
              name.get().range(),
              StageSettingsReader.variables(fields, "Variables"),
              StageSettingsReader.read(fields)));
      DomainProperties.read(resource, api.get(), name.get().text(), draft);
    }
  }
}
