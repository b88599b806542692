package io.gatemason.generator.read.cloudformation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The resources whose ARN can be made up from a name, and what {@code Ref} gives for them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">ARN
 *     formats</a>
 */
enum ResourceKind {
  FUNCTION("arn:{p}:lambda:{r}:{a}:function:{n}", "{n}", "FunctionName"),
  /** An alias or a version, named by its function and what follows it. */
  QUALIFIED_FUNCTION(FUNCTION.arn, FUNCTION.arn, ""),
  ROLE("arn:{p}:iam::{a}:role/{n}", "{n}", "RoleName"),
  USER_POOL("arn:{p}:cognito-idp:{r}:{a}:userpool/{r}_{n}", "{r}_{n}", ""),
  TABLE("arn:{p}:dynamodb:{r}:{a}:table/{n}", "{n}", "TableName"),
  QUEUE("arn:{p}:sqs:{r}:{a}:{n}", "https://sqs.{r}.{s}/{a}/{n}", "QueueName"),
  TOPIC("arn:{p}:sns:{r}:{a}:{n}", "arn:{p}:sns:{r}:{a}:{n}", "TopicName"),
  STATE_MACHINE(
      "arn:{p}:states:{r}:{a}:stateMachine:{n}",
      "arn:{p}:states:{r}:{a}:stateMachine:{n}",
      "StateMachineName"),
  SAM_STATE_MACHINE(STATE_MACHINE.arn, STATE_MACHINE.ref, "Name"),
  BUCKET("arn:{p}:s3:::{n}", "{n}", "BucketName"),
  STREAM("arn:{p}:kinesis:{r}:{a}:stream/{n}", "{n}", "Name"),
  DELIVERY_STREAM("arn:{p}:firehose:{r}:{a}:deliverystream/{n}", "{n}", "DeliveryStreamName"),
  EVENT_BUS("arn:{p}:events:{r}:{a}:event-bus/{n}", "{n}", "Name"),
  LOG_GROUP("arn:{p}:logs:{r}:{a}:log-group:{n}:*", "{n}", "LogGroupName");

  private static final Map<String, ResourceKind> BY_TYPE =
      Map.ofEntries(
          Map.entry("AWS::Serverless::Function", FUNCTION),
          Map.entry("AWS::Lambda::Function", FUNCTION),
          Map.entry("AWS::Lambda::Alias", QUALIFIED_FUNCTION),
          Map.entry("AWS::Lambda::Version", QUALIFIED_FUNCTION),
          Map.entry("AWS::IAM::Role", ROLE),
          Map.entry("AWS::Cognito::UserPool", USER_POOL),
          Map.entry("AWS::DynamoDB::Table", TABLE),
          Map.entry("AWS::Serverless::SimpleTable", TABLE),
          Map.entry("AWS::SQS::Queue", QUEUE),
          Map.entry("AWS::SNS::Topic", TOPIC),
          Map.entry("AWS::StepFunctions::StateMachine", STATE_MACHINE),
          Map.entry("AWS::Serverless::StateMachine", SAM_STATE_MACHINE),
          Map.entry("AWS::S3::Bucket", BUCKET),
          Map.entry("AWS::Kinesis::Stream", STREAM),
          Map.entry("AWS::KinesisFirehose::DeliveryStream", DELIVERY_STREAM),
          Map.entry("AWS::Events::EventBus", EVENT_BUS),
          Map.entry("AWS::Logs::LogGroup", LOG_GROUP));

  private final String arn;
  private final String ref;
  private final String naming;

  ResourceKind(String arn, String ref, String naming) {
    this.arn = arn;
    this.ref = ref;
    this.naming = naming;
  }

  /** The form of an ARN, with partition, region, account and name in braces. */
  String arn() {
    return arn;
  }

  /** The form of what {@code Ref} gives, as above, and with the suffix of URLs. */
  String ref() {
    return ref;
  }

  /** The property that may say the name; empty where the cloud makes it up. */
  String naming() {
    return naming;
  }

  /** By the type in a template; empty for all others. */
  static Optional<ResourceKind> declared(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** By the type in a template, else by the place of use, else by the logical name. */
  static ResourceKind guess(String type, Place place, String name) {
    Optional<ResourceKind> declared = declared(type);
    if (declared.isPresent()) {
      return declared.get();
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
