package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.aws.AwsEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Actions of Step Functions, against stepfunctions-local, which knows no synchronous executions.
 */
@Timeout(360)
class StepFunctionsTest {
  private static final AwsEndpoint STATES = AwsEndpoint.of("arn:aws:apigateway:us-east-1:states");

  @Test
  void startsAnExecutionThatSucceeds() throws Exception {
    try (NodeServer server = NodeServer.start("stepfunctions.cjs");
        ServiceGateway gateway =
            new ServiceGateway(
                server.url(),
                (exchange, request) ->
                    request.action(STATES, exchange.pathParameter("key", "")).passBody())) {
      String machine =
          gateway.ok(
              "/CreateStateMachine",
              """
              {"name": "pass", "roleArn": "arn:aws:iam::000000000000:role/r",
               "definition":
                 "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Pass\\", \\"End\\": true}}}"}
              """);
      String arn = member(machine, "stateMachineArn");
      String execution =
          gateway.ok(
              "/StartExecution",
              "{\"stateMachineArn\": \"" + arn + "\", \"input\": \"{\\\"n\\\": 7}\"}");
      String described = "";
      while (!described.contains("SUCCEEDED")) {
        described =
            gateway.ok(
                "/DescribeExecution",
                "{\"executionArn\": \"" + member(execution, "executionArn") + "\"}");
      }
      assertTrue(described.replace(" ", "").contains("{\\\"n\\\":7}"), described);
      assertEquals(
          400, gateway.post("/StartExecution", "{\"stateMachineArn\": \"no\"}").statusCode());
    }
  }

  private static String member(String json, String name) {
    return json.replaceAll("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]*)\".*", "$1");
  }
}
