package io.gatemason.runtime.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * The actions of AWS services that routes call without a function
 * (docs/behaviour/http-api.md#service-actions). All but one speak the JSON protocols.
 */
public enum ServiceAction {
  EVENTBRIDGE_PUT_EVENTS("events", "AWSEvents.PutEvents", "1.1"),
  SQS_SEND_MESSAGE("sqs", "AmazonSQS.SendMessage", "1.0"),
  SQS_RECEIVE_MESSAGE("sqs", "AmazonSQS.ReceiveMessage", "1.0"),
  SQS_DELETE_MESSAGE("sqs", "AmazonSQS.DeleteMessage", "1.0"),
  SQS_PURGE_QUEUE("sqs", "AmazonSQS.PurgeQueue", "1.0"),
  APPCONFIG_GET_CONFIGURATION("appconfig", "", ""),
  KINESIS_PUT_RECORD("kinesis", "Kinesis_20131202.PutRecord", "1.1"),
  STEPFUNCTIONS_START_EXECUTION("states", "AWSStepFunctions.StartExecution", "1.0"),
  STEPFUNCTIONS_START_SYNC_EXECUTION("states", "AWSStepFunctions.StartSyncExecution", "1.0"),
  STEPFUNCTIONS_STOP_EXECUTION("states", "AWSStepFunctions.StopExecution", "1.0");

  private static final Set<String> STRUCTURES =
      Set.of(
          "Resources",
          "MessageAttributes",
          "MessageSystemAttributes",
          "AttributeNames",
          "MessageAttributeNames");

  private static final Set<String> NUMBERS =
      Set.of("DelaySeconds", "MaxNumberOfMessages", "VisibilityTimeout", "WaitTimeSeconds");

  private final String service;
  private final String target;
  private final String contentType;

  ServiceAction(String service, String target, String version) {
    this.service = service;
    this.target = target;
    this.contentType = "application/x-amz-json-" + version;
  }

  /** The service as ARNs of integrations name it. */
  String service() {
    return service;
  }

  /** X-Amz-Target. */
  String target() {
    return target;
  }

  /** The media type of its protocol. */
  String contentType() {
    return contentType;
  }

  /** A parameter as its protocol has it. */
  void put(ObjectNode input, String parameter, String value) {
    input.set(member(parameter), value(parameter, value));
  }

  private String member(String parameter) {
    return service.equals("states")
        ? Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1)
        : parameter;
  }

  private JsonNode value(String parameter, String value) {
    if (service.equals("kinesis") && parameter.equals("Data")) {
      return JsonNodeFactory.instance.textNode(
          Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }
    if (STRUCTURES.contains(parameter) || NUMBERS.contains(parameter)) {
      try {
        return Json.read(value);
      } catch (JsonFormatException e) {
        // The service says what is wrong with it.
        return JsonNodeFactory.instance.textNode(value);
      }
    }
    return JsonNodeFactory.instance.textNode(value);
  }
}
