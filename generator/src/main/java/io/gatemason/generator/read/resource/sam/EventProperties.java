package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.StageSettingsReader;

/** What events say that are methods or routes; other events are none of a gateway's. */
public final class EventProperties {
  private static final Properties API =
      Properties.of(
              "Method",
              "Path",
              "RequestParameters",
              "ResponseTransferMode",
              "RestApiId",
              "TimeoutInMillis",
              "UnescapeMappingTemplate")
          .with("Auth", AuthProperties.OF_METHOD)
          .with(
              "RequestModel",
              Properties.of("Model", "Required", "ValidateBody", "ValidateParameters"));

  private static final Properties HTTP_API =
      Properties.of("ApiId", "Method", "Path", "PayloadFormatVersion", "TimeoutInMillis")
          .with("Auth", AuthProperties.OF_ROUTE)
          .with(
              "RouteSettings",
              Properties.of("DataTraceEnabled", "DetailedMetricsEnabled", "LoggingLevel")
                  .and(StageSettingsReader.THROTTLING));

  /** An event by its type. */
  public static final Properties EVENT =
      Properties.of("Properties", "Type")
          .when("Api", Properties.of("Type").with("Properties", API))
          .when("HttpApi", Properties.of("Type").with("Properties", HTTP_API));

  private EventProperties() {}
}
