package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.integration.RecordedService.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AwsBackendTest {
  private static final String PREFIX = "arn:aws:apigateway:eu-west-1:";

  private static Request sent(Consumer<AwsRequest> mapping) {
    return sent(Map.of(), mapping);
  }

  private static Request sent(Map<String, String> settings, Consumer<AwsRequest> mapping) {
    try (RecordedService service = new RecordedService(AwsBackendTest::answer)) {
      Map<String, String> all = new HashMap<>(settings);
      all.put("gateway.aws.endpoint-url", service.url());
      try (CloudFixture gateway =
          new CloudFixture(
              all,
              Map.of(),
              ApiInfo.of("api1", ""),
              "/{proxy+}",
              (exchange, lambda, aws) -> {
                AwsRequest request = AwsRequest.of(exchange, "POST");
                mapping.accept(request);
                CloudFixture.pass(exchange, aws.send(exchange, request));
              })) {
        assertEquals("200 done", CloudFixture.line(gateway.get("/a", "X-Client", "1")));
      }
      return service.last();
    }
  }

  /** Roles are given out, everything else is done. */
  private static Reply answer(Request request) {
    if (!request.body().contains("AssumeRole")) {
      return Reply.of(200, "done");
    }
    return Reply.of(
        200,
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult><Credentials>
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
            <SessionToken>token-of-role</SessionToken>
            <Expiration>2999-01-01T00:00:00Z</Expiration>
          </Credentials></AssumeRoleResult>
        </AssumeRoleResponse>
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb,PutItem,DynamoDB_20120810.PutItem,application/x-amz-json-1.0",
    "states,StartSyncExecution,AWSStepFunctions.StartSyncExecution,application/x-amz-json-1.0",
    "kinesis,PutRecord,Kinesis_20131202.PutRecord,application/x-amz-json-1.1",
    "events,PutEvents,AWSEvents.PutEvents,application/x-amz-json-1.1"
  })
  void actionOfAJsonServiceIsAHeader(
      String service, String action, String target, String contentType) {
    Request request =
        sent(
            mapped -> {
              mapped.action(AwsEndpoint.of(PREFIX + service), action);
              mapped.body("{}");
            });
    assertEquals("POST / {}", request.method() + " " + request.target() + " " + request.body());
    assertEquals(target, request.header("X-Amz-Target"));
    assertEquals(contentType, request.header("Content-Type"));
    assertTrue(request.header("Authorization").contains("/eu-west-1/" + service + "/"));
  }

  @Test
  void actionOfAQueryServiceIsAParameterWithTheVersion() {
    Request request =
        sent(
            mapped -> {
              mapped.action(AwsEndpoint.of(PREFIX + "sns"), "Publish");
              mapped.query("Message", "a b&c");
            });
    assertEquals("/?Message=a%20b%26c&Action=Publish&Version=2010-03-31", request.target());
    assertEquals("application/json", request.header("Accept"));
    assertFalse(request.headers().containsKey("X-Client"));
  }

  @Test
  void mappedTargetAndVersionWin() {
    Request target =
        sent(
            mapped -> {
              mapped.action(AwsEndpoint.of(PREFIX + "ssm"), "GetParameter");
              mapped.header("X-Amz-Target", "AmazonSSM.GetParameter");
            });
    assertEquals("/", target.target());
    Request version =
        sent(
            mapped -> {
              mapped.action(AwsEndpoint.of(PREFIX + "sqs"), "SendMessage");
              mapped.query("Version", "2011-10-01");
            });
    assertEquals("/?Version=2011-10-01&Action=SendMessage", version.target());
  }

  @Test
  void objectKeysAreSentAsTheyAreSigned() {
    Request request =
        sent(mapped -> mapped.to(AwsEndpoint.of(PREFIX + "s3"), "/bucket/a+b(c)/%C3%BC'?acl"));
    assertEquals("/bucket/a%2Bb%28c%29/%C3%BC%27?acl", request.target());
    assertEquals(64, request.header("x-amz-content-sha256").length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Connection",
        "Content-Length",
        "Expect",
        "Proxy-Authenticate",
        "TE",
        "Transfer-Encoding",
        "X-Amzn-Trace-Id",
        "x-amzn-apigateway-api-id"
      })
  void headersOfTheGatewayCannotBeMapped(String header) {
    try (CloudFixture gateway =
        CloudFixture.at(
            "http://127.0.0.1:1",
            ApiInfo.of("api1", ""),
            (exchange, lambda, aws) -> AwsRequest.of(exchange, "POST").header(header, "x"))) {
      assertEquals(
          "500 {\"message\": \"Internal server error\"}", CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void roleIsAssumedOnlyIfSettingsSaySo() {
    AwsEndpoint endpoint =
        AwsEndpoint.of(PREFIX + "sqs").withCredentials("arn:aws:iam::123456789012:role/r");
    Consumer<AwsRequest> mapping = mapped -> mapped.to(endpoint, "/queue");
    assertTrue(sent(mapping).header("Authorization").contains("Credential=AKIDEXAMPLE/"));
    Request assumed = sent(Map.of("gateway.aws.assume-roles", "true"), mapping);
    assertTrue(assumed.header("Authorization").contains("Credential=ASIAROLE/"));
    assertEquals("token-of-role", assumed.header("X-Amz-Security-Token"));
  }

  @Test
  void roleThatCannotBeAssumedIs500() {
    AwsEndpoint endpoint =
        AwsEndpoint.of(PREFIX + "sqs").withCredentials("arn:aws:iam::123456789012:role/r");
    try (RecordedService refusing = new RecordedService(any -> Reply.of(403, "<Error/>"));
        CloudFixture gateway =
            new CloudFixture(
                Map.of(
                    "gateway.aws.endpoint-url", refusing.url(), "gateway.aws.assume-roles", "true"),
                Map.of(),
                ApiInfo.of("api1", ""),
                "/{proxy+}",
                (exchange, lambda, aws) ->
                    aws.send(exchange, AwsRequest.of(exchange, "GET").to(endpoint, "/q")))) {
      assertEquals(
          "500 {\"message\": \"Internal server error\"}", CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void answersOfTheServiceAreReadWhateverTheirStatus() {
    byte[] bytes = {(byte) 0x89, 0, (byte) 0xff};
    AwsEndpoint endpoint = AwsEndpoint.of(PREFIX + "s3");
    try (RecordedService service =
            new RecordedService(any -> new Reply(404, bytes, "Content-Type", "image/png"));
        CloudFixture gateway =
            CloudFixture.at(
                service.url(),
                ApiInfo.builder("api1", "").binaryMediaTypes("image/png").build(),
                (exchange, lambda, aws) ->
                    CloudFixture.pass(
                        exchange,
                        aws.send(exchange, AwsRequest.of(exchange, "GET").to(endpoint, "/b/k"))))) {
      var answer = gateway.get("/a", "Accept", "image/png");
      assertEquals(404, answer.statusCode());
      assertEquals(
          new String(bytes, StandardCharsets.ISO_8859_1),
          new String(answer.body(), StandardCharsets.ISO_8859_1));
      assertTrue(answer.headers().firstValue("X-Amzn-Trace-Id").isPresent());
    }
  }
}
