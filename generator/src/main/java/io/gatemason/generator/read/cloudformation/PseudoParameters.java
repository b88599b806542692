package io.gatemason.generator.read.cloudformation;

import java.util.Map;
import java.util.Optional;

/**
 * What the cloud says of itself: as the user gives it, or as it is usual. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">Pseudo
 *     parameters</a>
 */
final class PseudoParameters {
  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";

  private final Map<String, String> given;

  PseudoParameters(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** The value of a pseudo parameter; empty where the name is none. */
  Optional<String> value(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(region());
      case "AWS::AccountId" -> Optional.of(account());
      case "AWS::Partition" -> Optional.of(partition());
      case "AWS::URLSuffix" -> Optional.of(urlSuffix());
      case "AWS::StackName" -> Optional.of("local");
      case "AWS::StackId" ->
          Optional.of(filled("arn:{p}:cloudformation:{r}:{a}:stack/{n}/0", "local"));
      case "AWS::NotificationARNs", "AWS::NoValue" -> Optional.of("");
      default -> Optional.empty();
    };
  }

  /** A form with partition, region, account, suffix of URLs and a name in braces, filled. */
  String filled(String form, String name) {
    return form.replace("{p}", partition())
        .replace("{r}", region())
        .replace("{a}", account())
        .replace("{s}", urlSuffix())
        .replace("{n}", name);
  }

  private String region() {
    return given.getOrDefault("AWS::Region", REGION);
  }

  private String account() {
    return given.getOrDefault("AWS::AccountId", ACCOUNT);
  }

  private String partition() {
    String byRegion =
        region().startsWith("cn-")
            ? "aws-cn"
            : region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return given.getOrDefault("AWS::Partition", byRegion);
  }

  private String urlSuffix() {
    return partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
  }
}
