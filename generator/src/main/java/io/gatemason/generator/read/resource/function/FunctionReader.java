package io.gatemason.generator.read.resource.function;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.sam.EventOwner;
import io.gatemason.generator.read.resource.sam.EventProperties;
import java.util.List;

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
    EventOwner.check(resource, draft);
  }
}
