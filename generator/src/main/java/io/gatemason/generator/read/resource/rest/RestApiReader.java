package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import java.util.List;

/** A REST API. What it sets was laid over its document, with which it is read. */
public final class RestApiReader implements ApiResourceReader {
  private enum Mode {
    OVERWRITE,
    MERGE
  }

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::RestApi");
  }

  @Override
  public String body() {
    return "Body";
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "ApiKeySourceType",
            "BinaryMediaTypes",
            "Body",
            "DisableExecuteApiEndpoint",
            "EndpointAccessMode",
            "FailOnWarnings",
            "MinimumCompressionSize",
            "Mode",
            "Name",
            "Policy",
            "SecurityPolicy")
        .with("BodyS3Location", Properties.of("Bucket", "ETag", "Key", "Version"))
        .withEach("Parameters", Properties.ANYTHING);
  }

  @Override
  public Properties describes() {
    return Properties.of("CloneFrom", "Description", "Tags", "Version")
        .with("EndpointConfiguration", Properties.of("IpAddressType", "Types", "VpcEndpointIds"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    // Its document is read as one, and stages and the rest stand in resources of their own.
    ResourceFields fields = resource.fields();
    fields.choice("Mode", Mode.class);
    if (!hasDocument(resource)) {
      fields.demand("Name");
    }
    IpAddressTypes.check(resource);
  }
}
