package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.gatemason.runtime.aws.AwsEndpoint;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actions of DynamoDB, against DynamoDB Local. */
@Timeout(60)
class DynamoDbTest {
  private static final AwsEndpoint DYNAMODB =
      AwsEndpoint.of("arn:aws:apigateway:us-east-1:dynamodb");

  @Test
  void createsATableAndPutsGetsAndMissesAnItem() throws Exception {
    int port = freePort();
    DynamoDBProxyServer server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
    server.start();
    try (ServiceGateway gateway =
        new ServiceGateway(
            "http://127.0.0.1:" + port,
            (exchange, request) ->
                request.action(DYNAMODB, exchange.pathParameter("key", "")).passBody())) {
      assertAnswer(
          gateway,
          "/CreateTable",
          """
          {"TableName": "songs", "BillingMode": "PAY_PER_REQUEST",
           "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
           "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}
          """,
          200,
          "\"TableStatus\":\"ACTIVE\"");
      assertAnswer(
          gateway,
          "/PutItem",
          "{\"TableName\": \"songs\", \"Item\": {\"id\": {\"S\": \"ü\"}, \"n\": {\"N\": \"7\"}}}",
          200,
          "{}");
      assertAnswer(
          gateway,
          "/GetItem",
          "{\"TableName\": \"songs\", \"Key\": {\"id\": {\"S\": \"ü\"}}}",
          200,
          "{\"N\":\"7\"}");
      assertAnswer(
          gateway, "/GetItem", "{\"TableName\": \"no\"}", 400, "com.amazon.coral.validate");
    } finally {
      server.stop();
    }
  }

  private static void assertAnswer(
      ServiceGateway gateway, String path, String body, int status, String part) throws Exception {
    HttpResponse<byte[]> answer = gateway.send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(status, answer.statusCode(), text);
    assertTrue(text.contains(part), text);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
