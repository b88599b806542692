package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionResourcesTest {
  private static final String API =
      """
      openapi: 3.0.1
      paths:
        /orders:
          get:
            x-amazon-apigateway-integration:
              uri: !Sub arn:aws:apigateway:x:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations
      """;

  @TempDir Path folder;

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void readsAServerlessFunctionWithWhatAllFunctionsHave() throws IOException {
    FunctionDefinition orders =
        only(
            """
            Parameters: {Stage: {Default: dev}}
            Globals:
              Function: {Runtime: java21, Timeout: 10, Environment: {Variables: {A: "1", B: "2"}}}
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: !Sub orders-${Stage}
                  Handler: com.acme.Orders::handleRequest
                  CodeUri: ./orders
                  MemorySize: 512
                  Environment: {Variables: {B: !Ref Stage, C: !Ref Unknown.Value}}
            """);
    assertEquals("orders-dev", orders.name());
    assertEquals("com.acme.Orders::handleRequest", orders.handler());
    assertTrue(orders.isJava());
    assertEquals(Optional.of("./orders"), orders.codeUri());
    assertEquals(Optional.of(Duration.ofSeconds(10)), orders.timeout());
    assertEquals(512, orders.memoryMegabytes());
    assertEquals(Map.of("A", "1", "B", "dev"), orders.environment());
    assertEquals(List.of("C"), orders.unknownEnvironment());
    assertEquals("template.yaml:9:16", orders.range().toString());
  }

  @Test
  void readsALambdaFunctionWithTheDefaultsOfTheService() throws IOException {
    FunctionDefinition orders =
        only(
            """
            Resources:
              Orders:
                Type: AWS::Lambda::Function
                Properties:
                  Handler: index.handler
                  Runtime: nodejs22.x
                  Code: {S3Bucket: b, S3Key: k}
            """);
    assertEquals("Orders", orders.name());
    assertEquals("nodejs22.x", orders.runtime());
    assertEquals(Optional.empty(), orders.codeUri());
    assertEquals(Optional.of(Duration.ofSeconds(3)), orders.timeout());
    assertEquals(128, orders.memoryMegabytes());
  }

  @Test
  void referencesResolveToTheComputedNameOfAFunction() throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), API);
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Resources:
          Orders:
            Type: AWS::Serverless::Function
            Properties: {FunctionName: !Sub "${AWS::StackName}-orders"}
        """);
    SourceSet sources = load();
    assertTrue(uri(sources).contains(":function:local-orders/"), uri(sources));
    assertEquals("local-orders", sources.functions().get(0).name());
  }

  @Test
  void referencesResolveToAliasesVersionsAndComputedNamesOfOtherResources() throws IOException {
    Files.writeString(
        folder.resolve("orders.yaml"),
        API.replace("${Orders.Arn}", "${Live} ${Fixed} ${Jobs.QueueName}"));
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties: {FunctionName: !Sub "${AWS::StackName}-orders"}
          Live:
            Type: AWS::Lambda::Alias
            Properties: {FunctionName: !GetAtt Orders.Arn, Name: !Sub "live"}
          Fixed:
            Type: AWS::Lambda::Version
            Properties: {FunctionName: !Ref Orders}
          Jobs:
            Type: AWS::SQS::Queue
            Properties: {QueueName: !Sub "${AWS::StackName}-jobs"}
        """);
    String function = "arn:aws:lambda:us-east-1:000000000000:function:local-orders";
    String uri = uri(new DocumentLoader(Map.of(), diagnostics).load(folder));
    assertEquals(List.of(), diagnostics.errors());
    assertTrue(uri.contains(function + ":live " + function + " local-jobs/"), uri);
  }

  @Test
  void resourcesMayStandInTheDocumentItself() throws IOException {
    Files.writeString(
        folder.resolve("orders.yaml"),
        API
            + """
            x-gatemason-resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties: {FunctionName: my-orders, Runtime: python3.13, Handler: app.main}
            """);
    SourceSet sources = load();
    assertTrue(uri(sources).contains(":function:my-orders/"), uri(sources));
    assertEquals("app.main", sources.functions().get(0).handler());
    assertTrue(!sources.documents().get(0).root().has("x-gatemason-resources"));
  }

  private FunctionDefinition only(String template) throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), API);
    Files.writeString(folder.resolve("template.yaml"), template);
    List<FunctionDefinition> functions = load().functions();
    assertEquals(1, functions.size());
    return functions.get(0);
  }

  private SourceSet load() {
    SourceSet sources = new DocumentLoader(Map.of(), diagnostics).load(folder);
    assertEquals(List.of(), diagnostics.all());
    return sources;
  }

  private static String uri(SourceSet sources) {
    return sources
        .documents()
        .get(0)
        .root()
        .get("paths")
        .flatMap(n -> n.asObject().flatMap(o -> o.get("/orders")))
        .flatMap(n -> n.asObject().flatMap(o -> o.get("get")))
        .flatMap(n -> n.asObject().flatMap(o -> o.get("x-amazon-apigateway-integration")))
        .flatMap(n -> n.asObject().flatMap(o -> o.get("uri")))
        .flatMap(n -> n.asScalar())
        .orElseThrow()
        .text();
  }
}
