package io.gatemason.generator.read.cloudformation;

import java.util.Locale;
import java.util.Map;

/**
 * The resources whose ARN can be made up from a name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">ARN
 *     formats</a>
 */
enum ResourceKind {
  FUNCTION("arn:{p}:lambda:{r}:{a}:function:{n}"),
  ROLE("arn:{p}:iam::{a}:role/{n}"),
  USER_POOL("arn:{p}:cognito-idp:{r}:{a}:userpool/{r}_{n}"),
  TABLE("arn:{p}:dynamodb:{r}:{a}:table/{n}"),
  QUEUE("arn:{p}:sqs:{r}:{a}:{n}"),
  TOPIC("arn:{p}:sns:{r}:{a}:{n}"),
  STATE_MACHINE("arn:{p}:states:{r}:{a}:stateMachine:{n}"),
  BUCKET("arn:{p}:s3:::{n}"),
  STREAM("arn:{p}:kinesis:{r}:{a}:stream/{n}");

  private static final Map<String, ResourceKind> BY_TYPE =
      Map.ofEntries(
          Map.entry("AWS::Serverless::Function", FUNCTION),
          Map.entry("AWS::Lambda::Function", FUNCTION),
          Map.entry("AWS::IAM::Role", ROLE),
          Map.entry("AWS::Cognito::UserPool", USER_POOL),
          Map.entry("AWS::DynamoDB::Table", TABLE),
          Map.entry("AWS::Serverless::SimpleTable", TABLE),
          Map.entry("AWS::SQS::Queue", QUEUE),
          Map.entry("AWS::SNS::Topic", TOPIC),
          Map.entry("AWS::StepFunctions::StateMachine", STATE_MACHINE),
          Map.entry("AWS::Serverless::StateMachine", STATE_MACHINE),
          Map.entry("AWS::S3::Bucket", BUCKET),
          Map.entry("AWS::Kinesis::Stream", STREAM));

  private final String arn;

  ResourceKind(String arn) {
    this.arn = arn;
  }

  String arn(String partition, String region, String account, String name) {
    return arn.replace("{p}", partition)
        .replace("{r}", region)
        .replace("{a}", account)
        .replace("{n}", name);
  }

  /** Whether Ref gives the ARN rather than the name. */
  boolean refIsArn() {
    return this == TOPIC || this == STATE_MACHINE;
  }

  /** By the type in a template, else by the place of use, else by the logical name. */
  static ResourceKind guess(String type, Place place, String name) {
    ResourceKind declared = BY_TYPE.get(type);
    if (declared != null) {
      return declared;
    }
    if (place.isRole()) {
      return ROLE;
    }
    if (place.isUserPool()) {
      return USER_POOL;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("role")) {
      return ROLE;
    }
    if (lower.endsWith("table")) {
      return TABLE;
    }
    if (lower.endsWith("queue")) {
      return QUEUE;
    }
    if (lower.endsWith("topic")) {
      return TOPIC;
    }
    if (lower.endsWith("statemachine") || lower.endsWith("workflow")) {
      return STATE_MACHINE;
    }
    return lower.endsWith("userpool") ? USER_POOL : FUNCTION;
  }
}
