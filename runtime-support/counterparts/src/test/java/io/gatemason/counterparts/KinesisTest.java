package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.aws.AwsEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actions of Kinesis, against kinesalite. */
@Timeout(360)
class KinesisTest {
  private static final AwsEndpoint KINESIS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:kinesis");

  @Test
  void putsARecordAndGetsItBack() throws Exception {
    try (NodeServer server = NodeServer.start("kinesis.cjs");
        ServiceGateway gateway =
            new ServiceGateway(
                server.url(),
                (exchange, request) ->
                    request.action(KINESIS, exchange.pathParameter("key", "")).passBody())) {
      assertEquals("", gateway.ok("/CreateStream", "{\"StreamName\": \"s\", \"ShardCount\": 1}"));
      awaitActive(gateway);
      String put =
          gateway.ok(
              "/PutRecord",
              "{\"StreamName\": \"s\", \"PartitionKey\": \"k\", \"Data\": \"w7xiZXI=\"}");
      assertTrue(put.contains("SequenceNumber"), put);
      String iterator =
          gateway.ok(
              "/GetShardIterator",
              "{\"StreamName\": \"s\", \"ShardId\": \"shardId-000000000000\","
                  + " \"ShardIteratorType\": \"TRIM_HORIZON\"}");
      String records = gateway.ok("/GetRecords", iterator);
      assertTrue(records.contains("\"w7xiZXI=\""), records);
      assertEquals(400, gateway.post("/PutRecord", "{\"StreamName\": \"no\"}").statusCode());
    }
  }

  /** The server promises no time. */
  private static void awaitActive(ServiceGateway gateway) throws Exception {
    String stream = "";
    while (!stream.contains("\"ACTIVE\"")) {
      stream = gateway.ok("/DescribeStream", "{\"StreamName\": \"s\"}");
    }
  }
}
