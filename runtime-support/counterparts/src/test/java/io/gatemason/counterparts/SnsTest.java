package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.aws.AwsEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The query protocol of SNS, with a queue of SQS that subscribes, against fauxqs. */
@Timeout(360)
class SnsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:news";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:readers";
  private static final AwsEndpoint SNS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:sns");
  private static final AwsEndpoint SQS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:sqs");

  @Test
  void publishesToAQueueThatSubscribes() throws Exception {
    try (NodeServer server = NodeServer.start("sns.mjs");
        ServiceGateway gateway =
            new ServiceGateway(
                server.url(),
                (exchange, request) -> {
                  String key = exchange.pathParameter("key", "");
                  if (key.equals("form")) {
                    request.to(SNS, "/");
                    request.header("Content-Type", "application/x-www-form-urlencoded");
                  } else {
                    request.to(SQS, "/").header("Content-Type", "application/x-amz-json-1.0");
                    request.header("X-Amz-Target", "AmazonSQS." + key);
                  }
                  request.passBody();
                })) {
      String created = gateway.ok("/CreateQueue", "{\"QueueName\": \"readers\"}");
      String url = created.replaceAll("(?s).*\"QueueUrl\"\\s*:\\s*\"([^\"]*)\".*", "$1");
      gateway.ok("/form", "Action=CreateTopic&Version=2010-03-31&Name=news");
      gateway.ok(
          "/form",
          "Action=Subscribe&Version=2010-03-31&Protocol=sqs&TopicArn="
              + TOPIC
              + "&Endpoint="
              + QUEUE);
      String published =
          gateway.ok(
              "/form",
              "Action=Publish&Version=2010-03-31&TopicArn=" + TOPIC + "&Message=a%20%26%20%C3%BC");
      assertTrue(published.contains("MessageId"), published);
      String received = gateway.ok("/ReceiveMessage", "{\"QueueUrl\": \"" + url + "\"}");
      assertTrue(received.contains("a & ü"), received);
    }
  }
}
