package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.BareSockets;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A generated WebSocket API against a bare one of Helidon's. */
public final class SocketRow implements Row {
  private static final int ECHO_CONNECTIONS = 64;
  private static final int AUDIENCE = 1_000;
  private static final String MESSAGE =
      "{\"action\":\"echo\",\"text\":\"a message of usual length\"}";

  private static final String TEMPLATE =
      """
      Resources:
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: sockets
            ProtocolType: WEBSOCKET
            RouteSelectionExpression: $request.body.action
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Api, StageName: live}
      """;

  private static final String ANSWER =
      "{\"action\":\"$context.routeKey\",\"text\":\"a message of usual length\"}";

  private final String id;
  private final String what;
  private final String load;
  private final String expected;
  private final int connections;
  private final Goal goal;

  private SocketRow(
      String id, String what, String load, String expected, int connections, Goal goal) {
    this.id = id;
    this.what = what;
    this.load = load;
    this.expected = expected;
    this.connections = connections;
    this.goal = goal;
  }

  /** A message that a mock route echoes, selected and rendered by what it says. */
  public static Row echo() {
    return new SocketRow(
        "websocket-echo",
        "a WebSocket message through a two-way mock route against a bare Helidon echo",
        "ws /live\t" + MESSAGE,
        MESSAGE,
        ECHO_CONNECTIONS,
        Goal.atLeast(0.8));
  }

  /** Signed calls of {@code @connections} to many connections. */
  public static Row fanOut() {
    return new SocketRow(
        "websocket-fan-out",
        "`@connections` to 1,000 connections, signed, against a bare Helidon handler that verifies"
            + " nothing",
        "fan-out /live\t%d\t%s\t%s\t%s"
            .formatted(AUDIENCE, SignedCaller.ACCESS_KEY, SignedCaller.SECRET, MESSAGE),
        "",
        ECHO_CONNECTIONS,
        Goal.atLeast(0.5));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id);
    String document =
        TEMPLATE + route("Echo", "echo", ANSWER) + route("Who", "who", "$context.connectionId");
    try (ServerUnderTest ours =
            gateways.generated(
                document, "-Dgateway.iam.identities-file=" + SignedCaller.identities());
        ServerUnderTest peer = gateways.own("bare", BareSockets.class);
        LoadProcess process = gateways.load()) {
      Path requests = Files.writeString(gateways.folder().resolve("requests.txt"), load);
      Path body = Files.writeString(gateways.folder().resolve("body"), expected);
      return List.of(
          new Duel(run.with(connections), process, requests, body).measure(what, ours, peer, goal));
    }
  }

  private static String route(String name, String key, String template) {
    return """
      NAME:
        Type: AWS::ApiGatewayV2::Route
        Properties:
          ApiId: !Ref Api
          RouteKey: KEY
          RouteResponseSelectionExpression: $default
          Target: !Sub integrations/${NAMEMock}
      NAMEResponse:
        Type: AWS::ApiGatewayV2::RouteResponse
        Properties: {ApiId: !Ref Api, RouteId: !Ref NAME, RouteResponseKey: $default}
      NAMEMock:
        Type: AWS::ApiGatewayV2::Integration
        Properties:
          ApiId: !Ref Api
          IntegrationType: MOCK
          RequestTemplates: {$default: '{"statusCode": 200}'}
          TemplateSelectionExpression: \\$default
      NAMEAnswer:
        Type: AWS::ApiGatewayV2::IntegrationResponse
        Properties:
          ApiId: !Ref Api
          IntegrationId: !Ref NAMEMock
          IntegrationResponseKey: $default
          TemplateSelectionExpression: \\$default
          ResponseTemplates: {$default: 'TEMPLATE'}
    """
        .replace("NAME", name)
        .replace("KEY", key)
        .replace("TEMPLATE", template);
  }
}
