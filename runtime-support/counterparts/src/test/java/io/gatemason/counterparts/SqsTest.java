package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.aws.AwsEndpoint;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The query and the JSON protocol of SQS, against ElasticMQ. */
@Timeout(60)
class SqsTest {
  private static final AwsEndpoint SQS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:sqs");

  @Test
  void sendsByFormAndReceivesByJson() throws Exception {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    try (ServiceGateway gateway =
        new ServiceGateway(
            "http://127.0.0.1:" + port,
            (exchange, request) -> {
              String key = exchange.pathParameter("key", "");
              if (key.startsWith("AmazonSQS.")) {
                request.to(SQS, "/").header("Content-Type", "application/x-amz-json-1.0");
                request.header("X-Amz-Target", key);
              } else {
                request.to(SQS, "/" + key);
                request.header("Content-Type", "application/x-www-form-urlencoded");
                // SQS itself answers in JSON then; ElasticMQ knows XML only in this protocol.
                request.header("Accept", "text/xml");
              }
              request.passBody();
            })) {
      String created = gateway.ok("/AmazonSQS.CreateQueue", "{\"QueueName\": \"orders\"}");
      String url = created.replaceAll("(?s).*\"QueueUrl\"\\s*:\\s*\"([^\"]*)\".*", "$1");
      String sent =
          gateway.ok("/000000000000/orders", "Action=SendMessage&MessageBody=two%20words");
      assertTrue(sent.contains("MessageId"), sent);
      String received = gateway.ok("/AmazonSQS.ReceiveMessage", "{\"QueueUrl\": \"" + url + "\"}");
      assertTrue(received.contains("\"two words\""), received);
    } finally {
      server.stopAndWait();
    }
  }
}
