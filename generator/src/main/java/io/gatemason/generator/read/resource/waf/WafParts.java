package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import java.util.List;

/** The resources that join web ACLs to stages and logs. */
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
}
