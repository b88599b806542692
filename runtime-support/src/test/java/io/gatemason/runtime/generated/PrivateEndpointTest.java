package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
