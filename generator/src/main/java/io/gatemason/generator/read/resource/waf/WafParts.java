package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.List;

/** The resources that join web ACLs to logs. */
public final class WafParts {
  private WafParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        new TakenResource(
            List.of("AWS::WAFv2::LoggingConfiguration"),
            Properties.of(
                "LogDestinationConfigs", "LoggingFilter", "RedactedFields", "ResourceArn"),
            Properties.NONE));
  }

  /** The name of a resource; the service draws one of its logical id where it has none. */
  static Placed<String> name(TemplateResource resource) {
    return resource
        .fields()
        .string("Name")
        .orElseGet(() -> new Placed<>(resource.logicalId(), resource.range()));
  }
}
