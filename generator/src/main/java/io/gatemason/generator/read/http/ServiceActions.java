package io.gatemason.generator.read.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The actions of AWS services that HTTP APIs call without a function
 * (docs/behaviour/http-api.md#service-actions).
 */
final class ServiceActions {

  /**
   * The parameters of an action besides {@code Region}, which all may have.
   *
   * @param required those without which the action is refused
   * @param optional the others
   */
  record Parameters(List<String> required, List<String> optional) {

    /** All of them, Region included. */
    List<String> all() {
      List<String> names = new ArrayList<>(required);
      names.addAll(optional);
      names.add(REGION);
      return names;
    }
  }

  /** The parameter that says where the service is called. */
  static final String REGION = "Region";

  private static final Map<String, Parameters> BY_SUBTYPE = new TreeMap<>();

  static {
    add(
        "EventBridge-PutEvents",
        "Detail DetailType Source",
        "Time EventBusName Resources TraceHeader");
    add(
        "SQS-SendMessage",
        "QueueUrl MessageBody",
        "DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId"
            + " MessageSystemAttributes");
    add(
        "SQS-ReceiveMessage",
        "QueueUrl",
        "AttributeNames MaxNumberOfMessages MessageAttributeNames ReceiveRequestAttemptId"
            + " VisibilityTimeout WaitTimeSeconds");
    add("SQS-DeleteMessage", "ReceiptHandle QueueUrl", "");
    add("SQS-PurgeQueue", "QueueUrl", "");
    add(
        "AppConfig-GetConfiguration",
        "Application Environment Configuration ClientId",
        "ClientConfigurationVersion");
    add(
        "Kinesis-PutRecord",
        "StreamName Data PartitionKey",
        "SequenceNumberForOrdering ExplicitHashKey");
    add("StepFunctions-StartExecution", "StateMachineArn", "Name Input");
    add("StepFunctions-StartSyncExecution", "StateMachineArn", "Name Input TraceHeader");
    add("StepFunctions-StopExecution", "ExecutionArn", "Cause Error");
  }

  private ServiceActions() {}

  private static void add(String subtype, String required, String optional) {
    BY_SUBTYPE.put(
        subtype,
        new Parameters(
            List.of(required.split(" ")),
            optional.isEmpty() ? List.of() : List.of(optional.split(" "))));
  }

  /** The actions with their parameters. */
  static Map<String, Parameters> all() {
    return BY_SUBTYPE;
  }
}
