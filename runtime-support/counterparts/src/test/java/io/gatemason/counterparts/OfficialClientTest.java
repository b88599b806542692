package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.counterparts.OfficialClient.Sent;
import io.gatemason.counterparts.RecordingServer.Request;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.aws.AwsSigner;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.integration.AwsRequest;
import io.helidon.config.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;

/**
 * Services of which there is no server to be had: what the gateway sends them is compared with what
 * the service's own client sends, and what comes back with what that client can read.
 */
@Timeout(60)
class OfficialClientTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AwsEndpoint EVENTS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:events");
  private static final AwsEndpoint STATES = AwsEndpoint.of("arn:aws:apigateway:us-east-1:states");
  private static final AwsEndpoint SSM = AwsEndpoint.of("arn:aws:apigateway:us-east-1:ssm");
  private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

  /** What the gateway sent for a request of a client, and what that client got. */
  private record Exchanged(Request sent, HttpResponse<byte[]> answer) {}

  private static Exchanged exchange(
      BiConsumer<Exchange, AwsRequest> mapping, Sent official, String reply)
      throws IOException, InterruptedException {
    try (RecordingServer server = new RecordingServer(200, "", reply);
        ServiceGateway gateway = new ServiceGateway(server.url(), mapping)) {
      HttpResponse<byte[]> answer =
          gateway.post("/a", new String(official.body(), StandardCharsets.UTF_8));
      return new Exchanged(server.taken(), answer);
    }
  }

  private static BiConsumer<Exchange, AwsRequest> action(AwsEndpoint endpoint, String name) {
    return (exchange, request) -> request.action(endpoint, name).passBody();
  }

  private static void same(Sent official, AwsEndpoint endpoint, String action, Request sent)
      throws IOException {
    URI uri = official.uri();
    assertEquals(
        official.request().method() + " " + uri.getRawPath() + " " + uri.getRawQuery(),
        sent.method() + " " + sent.target() + " null");
    assertEquals(official.header("X-Amz-Target"), sent.header("X-Amz-Target"));
    assertEquals(official.header("Content-Type"), sent.header("Content-Type"));
    assertEquals(JSON.readTree(official.body()), JSON.readTree(sent.body()));
    String scope = official.header("Authorization").replaceAll(".*?/\\d{8}/(.*?)/aws4.*", "$1");
    String[] regionAndService = scope.split("/", -1);
    SignatureCheck.verify(sent, regionAndService[0], regionAndService[1]);
    AwsSettings settings = new AwsSettings(Config.empty(), name -> null);
    AwsSigner signer =
        new AwsSigner(
            settings,
            (url, headers, form) -> {
              throw new IOException("no credentials are asked for");
            },
            WallClock.system());
    assertEquals("https://" + uri.getHost(), signer.url(endpoint, action));
  }

  @Test
  void eventsArePutAsByTheClientOfEventBridge() throws Exception {
    Function<EventBridgeClient, PutEventsResponse> put =
        client ->
            client.putEvents(
                r ->
                    r.entries(
                        PutEventsRequestEntry.builder()
                            .source("shop")
                            .detailType("ordered")
                            .detail("{\"item\": \"té\"}")
                            .eventBusName("orders")
                            .build()));
    Sent official = OfficialClient.request(EventBridgeClient.builder(), put);
    String reply =
        "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"InternalFailure\",\"ErrorMessage\":\"x\"}]}";
    Exchanged ours = exchange(action(EVENTS, "PutEvents"), official, reply);
    same(official, EVENTS, "PutEvents", ours.sent());
    PutEventsResponse result =
        OfficialClient.result(EventBridgeClient.builder(), put, ours.answer().body());
    assertEquals(1, result.failedEntryCount());
    assertEquals("InternalFailure", result.entries().get(0).errorCode());
  }

  @Test
  void synchronousExecutionsAreStartedAsByTheClientOfStepFunctions() throws Exception {
    Function<SfnClient, StartSyncExecutionResponse> start =
        client ->
            client.startSyncExecution(
                r -> r.stateMachineArn(MACHINE).input("{\"n\": 7}").name("a"));
    Sent official = OfficialClient.request(SfnClient.builder(), start);
    String reply =
        "{\"executionArn\":\"arn\",\"status\":\"FAILED\",\"error\":\"No\",\"startDate\":1.7e9,"
            + "\"stopDate\":1.7e9}";
    Exchanged ours = exchange(action(STATES, "StartSyncExecution"), official, reply);
    same(official, STATES, "StartSyncExecution", ours.sent());
    StartSyncExecutionResponse result =
        OfficialClient.result(SfnClient.builder(), start, ours.answer().body());
    assertEquals(SyncExecutionStatus.FAILED, result.status());
    assertEquals("No", result.error());
  }

  @Test
  void executionsAreStartedAsByTheClientOfStepFunctions() throws Exception {
    Sent official =
        OfficialClient.request(
            SfnClient.builder(),
            client -> client.startExecution(r -> r.stateMachineArn(MACHINE).input("{}")));
    same(
        official,
        STATES,
        "StartExecution",
        exchange(action(STATES, "StartExecution"), official, "{}").sent());
  }

  @Test
  void parametersAreReadAsByTheClientOfSystemsManager() throws Exception {
    Function<SsmClient, GetParameterResponse> get =
        client -> client.getParameter(r -> r.name("/shop/üñí").withDecryption(true));
    Sent official = OfficialClient.request(SsmClient.builder(), get);
    String reply =
        "{\"Parameter\":{\"Name\":\"/shop/url\",\"Type\":\"String\",\"Value\":\"http://x\"}}";
    Exchanged ours = exchange(path("AmazonSSM.GetParameter"), official, reply);
    same(official, SSM, "", ours.sent());
    GetParameterResponse result =
        OfficialClient.result(SsmClient.builder(), get, ours.answer().body());
    assertEquals("http://x", result.parameter().value());
  }

  @Test
  void severalParametersAreReadAsByTheClientOfSystemsManager() throws Exception {
    Function<SsmClient, GetParametersResponse> get =
        client -> client.getParameters(r -> r.names("a", "b"));
    Sent official = OfficialClient.request(SsmClient.builder(), get);
    Exchanged ours =
        exchange(path("AmazonSSM.GetParameters"), official, "{\"InvalidParameters\":[\"b\"]}");
    same(official, SSM, "", ours.sent());
    GetParametersResponse result =
        OfficialClient.result(SsmClient.builder(), get, ours.answer().body());
    assertEquals("b", result.invalidParameters().get(0));
  }

  private static BiConsumer<Exchange, AwsRequest> path(String target) {
    return (exchange, request) ->
        request
            .to(SSM, "/")
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .passBody();
  }

  /**
   * The service takes the query protocol too, and then wraps what it answers
   * (docs/behaviour/integrations.md#uri).
   */
  @Test
  void actionOfSystemsManagerIsAskedInTheQueryProtocol() throws Exception {
    String wrapped =
        "{\"GetParameterResponse\":{\"GetParameterResult\":{\"Parameter\":{\"Value\":\"v\"}},"
            + "\"ResponseMetadata\":{\"RequestId\":\"1\"}}}";
    try (RecordingServer server = new RecordingServer(200, "", wrapped);
        ServiceGateway gateway =
            new ServiceGateway(
                server.url(),
                (exchange, request) ->
                    request.action(SSM, "GetParameter").query("Name", exchange.header("X-Name")))) {
      HttpResponse<byte[]> answer =
          gateway.send("POST", "/a", new byte[0], "X-Name", "/shop/url & co");
      assertEquals(wrapped, new String(answer.body(), StandardCharsets.UTF_8));
      Request sent = server.taken();
      assertEquals(
          "/?Name=%2Fshop%2Furl%20%26%20co&Action=GetParameter&Version=2014-11-06", sent.target());
      assertEquals("", sent.header("X-Amz-Target"));
      SignatureCheck.verify(sent, "us-east-1", "ssm");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "events,PutEvents,400,ValidationException",
    "events,PutEvents,403,AccessDeniedException",
    "states,StartSyncExecution,400,StateMachineDoesNotExist",
    "states,StartSyncExecution,400,InvalidExecutionInput",
    "ssm,GetParameter,400,ParameterNotFound",
    "ssm,GetParameter,400,ThrottlingException",
    "ssm,GetParameter,500,InternalServerError"
  })
  void refusalsOfTheServiceAreResponsesOfTheIntegration(
      String service, String action, int status, String type) throws Exception {
    String body = "{\"__type\":\"" + type + "\",\"message\":\"no\"}";
    AwsEndpoint endpoint = AwsEndpoint.of("arn:aws:apigateway:us-east-1:" + service);
    try (RecordingServer server = new RecordingServer(status, type, body);
        ServiceGateway gateway = new ServiceGateway(server.url(), action(endpoint, action))) {
      HttpResponse<byte[]> answer = gateway.post("/a", "{}");
      assertEquals(status, answer.statusCode());
      assertEquals(body, new String(answer.body(), StandardCharsets.UTF_8));
    }
  }
}
