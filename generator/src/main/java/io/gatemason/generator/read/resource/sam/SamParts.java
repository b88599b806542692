package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import java.util.List;

/** The resources of SAM beside REST APIs and functions. */
public final class SamParts {
  private SamParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        new StateMachineReader(),
        new TakenResource(
            List.of(
                "AWS::Serverless::CapacityProvider",
                "AWS::Serverless::Connector",
                "AWS::Serverless::GraphQLApi",
                "AWS::Serverless::LayerVersion",
                "AWS::Serverless::SimpleTable"),
            Properties.ANYTHING,
            Properties.ANYTHING));
  }
}
