package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of APIs that are called through private endpoints. */
class PrivateEndpointTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Orders, version: "1"}
      x-amazon-apigateway-policy:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/endpoint"}
          - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/network", Condition: {StringEquals: {"aws:SourceVpc": vpc-1}, IpAddress: {"aws:VpcSourceIp": 127.0.0.0/8}}}
          - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/address", Condition: {IpAddress: {"aws:SourceIp": 127.0.0.0/8}}}
          - {Effect: Deny, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*/GET/endpoint", Condition: {StringNotEquals: {"aws:SourceVpce": vpce-1}}}
      paths:
        /endpoint:
          get: &mock
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200"}}
        /network: {get: *mock}
        /address: {get: *mock}
      """;

  private static final String TEMPLATE =
      """
      Resources:
        Orders: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./orders.yaml}}
        Prod: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Orders, StageName: prod}}
        Guarded:
          Type: AWS::ApiGateway::DomainNameV2
          Properties:
            DomainName: orders.example.com
            Policy:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*"}
                - {Effect: Deny, Principal: "*", Action: "execute-api:Invoke", Resource: "arn:aws:execute-api:eu-west-1:111122223333:/domainnames/orders.example.com+a1b2", Condition: {StringNotEquals: {"aws:SourceVpce": vpce-one}}}
        Open: {Type: AWS::ApiGateway::DomainNameV2, Properties: {DomainName: orders.example.org}}
        ToGuarded: {Type: AWS::ApiGateway::BasePathMappingV2, Properties: {DomainNameArn: !GetAtt Guarded.DomainNameArn, RestApiId: !Ref Orders, Stage: prod}}
        ToOpen: {Type: AWS::ApiGateway::BasePathMappingV2, Properties: {DomainNameArn: !GetAtt Open.DomainNameArn, RestApiId: !Ref Orders, Stage: prod}}
      """;

  private static final String VPC = "gateway.listener.private-endpoint.vpc";
  private static final String VPCE = "gateway.listener.private-endpoint.vpce";

  @TempDir private Path folder;

  @Test
  void seeTheEndpointThatSettingsName() throws Exception {
    GenerationRequest request = generated();
    assertEquals(List.of(403, 403, 200), statuses(request, Map.of()));
    assertEquals(List.of(200, 200, 403), statuses(request, Map.of(VPC, "vpc-1", VPCE, "vpce-1")));
    assertEquals(List.of(403, 403, 403), statuses(request, Map.of(VPC, "vpc-2", VPCE, "vpce-2")));
    assertThrows(Exception.class, () -> statuses(request, Map.of(VPCE, "somewhere")));
  }

  @Test
  void eachListenerIsAnEndpointOfItsOwn() throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("endpoint.json"),
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
               "Resource": "arn:aws:execute-api:us-east-1:*:*/GET/network"},
              {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/alice"},
               "Action": "*", "Resource": "*"}]}
            """);
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listeners.inner.port", "0");
    settings.put("gateway.listeners.inner.private-endpoint.vpc", "vpc-1");
    settings.put("gateway.listeners.inner.private-endpoint.vpce", "vpce-1");
    settings.put("gateway.listeners.guarded.port", "0");
    settings.put("gateway.listeners.guarded.private-endpoint.vpc", "vpc-1");
    settings.put("gateway.listeners.guarded.private-endpoint.vpce", "vpce-1");
    settings.put("gateway.listeners.guarded.private-endpoint.policy", policy.toString());
    GenerationRequest request = generated();
    try (GeneratedService service =
        GeneratedService.startGenerated(request, folder.resolve("classes"), settings)) {
      assertEquals(List.of(403, 403, 200), statuses(service, service.port()));
      assertEquals(List.of(200, 200, 403), statuses(service, service.port("inner")));
      assertEquals(List.of(403, 200, 403), statuses(service, service.port("guarded")));
    }
  }

  @Test
  void aPolicyThatCannotBeUsedPreventsTheStart() throws Exception {
    GenerationRequest request = generated();
    for (String document :
        List.of(
            "{}",
            "nothing",
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"alice\", \"Action\": \"*\","
                + " \"Resource\": \"*\"}]}")) {
      Path policy = Files.writeString(folder.resolve("bad.json"), document);
      String setting = "gateway.listener.private-endpoint.policy";
      assertThrows(
          Exception.class,
          () -> statuses(request, Map.of(VPCE, "vpce-1", setting, policy.toString())));
    }
    assertThrows(
        Exception.class, () -> statuses(request, Map.of("gateway.listeners.x.tls", "true")));
  }

  @Test
  void aDomainHasAPolicyOfItsOwn() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("orders.yaml"), DOCUMENT);
    Files.writeString(sources.resolve("template.yaml"), TEMPLATE);
    GenerationRequest request =
        GenerationRequest.of(sources, folder.resolve("generated"), "com.example.gateway");
    assertEquals(List.of(), Generator.generate(request).diagnostics());
    Map<String, String> settings = new HashMap<>();
    for (String name : List.of("one", "two")) {
      settings.put("gateway.listeners." + name + ".port", "0");
      settings.put("gateway.listeners." + name + ".private-endpoint.vpc", "vpc-1");
      settings.put("gateway.listeners." + name + ".private-endpoint.vpce", "vpce-" + name);
    }
    try (GeneratedService service =
        GeneratedService.startGenerated(request, folder.resolve("classes"), settings)) {
      assertEquals(403, status(service.port(), "/network", "orders.example.com"));
      assertEquals(200, status(service.port("one"), "/network", "orders.example.com"));
      assertEquals(403, status(service.port("two"), "/network", "orders.example.com"));
      assertEquals(200, status(service.port("two"), "/network", "ORDERS.example.ORG.:80"));
    }
  }

  private static int status(int port, String path, String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String text = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.formatted(path, host).getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static List<Integer> statuses(GeneratedService service, int port) throws Exception {
    return List.of(
        status(port, "/endpoint", "localhost"),
        status(port, "/network", "localhost"),
        status(port, "/address", "localhost"));
  }

  private GenerationRequest generated() throws Exception {
    Path document = Files.writeString(folder.resolve("orders.openapi.yaml"), DOCUMENT);
    GenerationRequest request =
        GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway");
    assertEquals(List.of(), Generator.generate(request).diagnostics());
    return request;
  }

  private List<Integer> statuses(GenerationRequest request, Map<String, String> settings)
      throws Exception {
    Path classes = Files.createTempDirectory(folder, "classes");
    try (GeneratedService service = GeneratedService.startGenerated(request, classes, settings);
        HttpClient client = HttpClient.newHttpClient()) {
      return List.of(
          status(client, service, "/endpoint"),
          status(client, service, "/network"),
          status(client, service, "/address"));
    }
  }

  private static int status(HttpClient client, GeneratedService service, String path)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(service.uri(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
