package io.gatemason.generator.read.resource.function;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.sam.EventProperties;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** A Lambda function. All of them are known before, since documents name them. */
public final class FunctionReader implements ResourceReader {
  private static final Properties TAKES =
      Properties.of("FunctionName", "Handler", "MemorySize", "Runtime", "Timeout")
          .with("Environment", Properties.of("Variables"));

  private static final Properties DESCRIBES =
      Properties.of(
          "Architectures",
          "CapacityProviderConfig",
          "CodeSigningConfigArn",
          "Description",
          "DurableConfig",
          "EphemeralStorage",
          "FileSystemConfigs",
          "FunctionScalingConfig",
          "ImageConfig",
          "KmsKeyArn",
          "Layers",
          "LoggingConfig",
          "PackageType",
          "PublishToLatestPublished",
          "RecursiveLoop",
          "ReservedConcurrentExecutions",
          "Role",
          "SnapStart",
          "Tags",
          "TenancyConfig",
          "VpcConfig");

  private final boolean serverless;

  /** Reads functions of SAM, or plain ones. */
  public FunctionReader(boolean serverless) {
    this.serverless = serverless;
  }

  @Override
  public List<String> types() {
    return List.of(serverless ? "AWS::Serverless::Function" : "AWS::Lambda::Function");
  }

  @Override
  public Properties takes() {
    return serverless
        ? Properties.of("AutoPublishAlias", "CodeUri")
            .withEach("Events", EventProperties.EVENT)
            .and(TAKES)
        : Properties.of("Code").and(TAKES);
  }

  @Override
  public Properties describes() {
    return serverless
        ? DESCRIBES.and(
            Properties.of(
                "AssumeRolePolicyDocument",
                "AutoPublishAliasAllProperties",
                "AutoPublishCodeSha256",
                "DeadLetterQueue",
                "DeploymentPreference",
                "EventInvokeConfig",
                "FunctionUrlConfig",
                "HttpApi",
                "ImageUri",
                "InlineCode",
                "PermissionsBoundary",
                "Policies",
                "PropagateTags",
                "ProvisionedConcurrencyConfig",
                "PublishToLatestPublished",
                "RolePath",
                "RuntimeManagementConfig",
                "SourceKMSKeyArn",
                "Tracing",
                "VersionDeletionPolicy",
                "VersionDescription"))
        : DESCRIBES.and(
            Properties.of("DeadLetterConfig", "RuntimeManagementConfig", "TracingConfig"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    Optional<ResourceFields> events = resource.fields().object("Events");
    for (Member member : events.map(ResourceFields::writtenMembers).orElse(List.of())) {
      events.get().object(member.name()).ifPresent(event -> check(resource, member, event));
    }
  }

  /** Events are methods of an API that has no document of its own, unless they name one. */
  private static void check(TemplateResource resource, Member member, ResourceFields event) {
    String type = event.text("Type").map(ScalarNode::text).orElse("");
    boolean named =
        event
            .object("Properties")
            .filter(
                properties ->
                    properties
                        .written("RestApiId")
                        .or(() -> properties.written("ApiId"))
                        .isPresent())
            .isPresent();
    if (!named && (type.equals("Api") || type.equals("HttpApi"))) {
      DiagnosticCode code = type.equals("Api") ? DiagnosticCode.GM2214 : DiagnosticCode.GM2190;
      resource.report(
          code,
          member.key().range(),
          "event \"" + member.name() + "\" belongs to an API without a document",
          "write a document, or allow " + code + " to go without this method");
    }
  }
}
