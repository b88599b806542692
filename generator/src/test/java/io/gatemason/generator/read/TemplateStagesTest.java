package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which document a template means, and which stages it gives to it. */
class TemplateStagesTest {
  private static final String DOCUMENT = "openapi: 3.0.1\npaths: {}\n";
  private static final String STAGE =
      """
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: dev
            Variables: {colour: blue}
      """;

  @TempDir Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  private final List<DiagnosticCode> expected = new ArrayList<>();

  @AfterEach
  void nothingElseIsWrong() {
    assertEquals(expected, diagnostics.all().stream().map(Diagnostic::code).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./pets.yaml}}",
        "Api: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {Fn::Transform: {Name:"
            + " AWS::Include, Parameters: {Location: ./pets.yaml}}}}}",
      })
  void belongToTheDocumentThatTheApiNames(String api) throws IOException {
    write("pets.yaml", DOCUMENT);
    write("toys.yaml", DOCUMENT);
    write("template.yaml", "Resources:\n  " + api + "\n" + STAGE);
    assertEquals(Map.of("pets", "dev{colour=blue}", "toys", ""), stages(folder));
    assertEquals(Map.of("pets", "dev{colour=blue}"), stages(folder.resolve("template.yaml")));
  }

  @Test
  void belongToTheDocumentOfSamBesideItsOwn() throws IOException {
    write("pets.yaml", DOCUMENT);
    write("toys.yaml", DOCUMENT);
    write(
        "template.yaml",
        "Resources:\n"
            + "  Api: {Type: AWS::Serverless::Api, Properties: {StageName: own, DefinitionUri:"
            + " pets.yaml}}\n"
            + STAGE);
    assertEquals(Map.of("pets", "own{} dev{colour=blue}", "toys", ""), stages(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BodyS3Location: {Bucket: b, Key: k}",
        "BodyS3Location: 's3://bucket/pets.yaml'",
        "Name: pets"
      })
  void belongToTheOnlyDocumentWhereTheApisOwnIsElsewhere(String property) throws IOException {
    String api = "  Api: {Type: AWS::ApiGateway::RestApi, Properties: {" + property + "}}\n";
    write("pets.yaml", DOCUMENT);
    write("template.yaml", "Resources:\n" + api + STAGE);
    assertEquals(Map.of("pets", "dev{colour=blue}"), stages(folder));
    write("toys.yaml", DOCUMENT);
    assertEquals(Map.of("pets", "", "toys", ""), stages(folder));
    expected.add(ResourceCodes.GM2214);
  }

  @Test
  void belongToTheDocumentInsideTheTemplate() throws IOException {
    write(
        "template.yaml",
        "Resources:\n"
            + "  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {openapi: 3.0.1,"
            + " paths: {}}}}\n"
            + STAGE);
    assertEquals(Map.of("Api", "dev{colour=blue}"), stages(folder));
  }

  @Test
  void belongToTheDocumentThatHoldsThem() throws IOException {
    write(
        "pets.yaml",
        DOCUMENT
            + "x-gatemason-resources:\n"
            + "  Api: {Type: AWS::ApiGateway::RestApi}\n"
            + "  A: {Type: AWS::ApiGateway::Stage, Properties: {StageName: a}}\n"
            + "  B: {Type: AWS::ApiGateway::Stage, Properties: {StageName: b}}\n");
    write("toys.yaml", DOCUMENT);
    assertEquals(Map.of("pets", "a{} b{}", "toys", ""), stages(folder));
  }

  @Test
  void comeFromSamApisAndFromDeploymentsToo() throws IOException {
    write("pets.yaml", DOCUMENT);
    write(
        "template.yaml",
        """
        Globals: {Api: {Variables: {colour: red}}}
        Resources:
          Api: {Type: AWS::Serverless::Api, Properties: {DefinitionUri: pets.yaml, StageName: a}}
          First:
            Type: AWS::ApiGateway::Deployment
            Properties:
              RestApiId: {Ref: Api}
              StageName: b
              StageDescription: {Variables: {size: 2}}
          Second: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: {Ref: Api}}}
        """);
    assertEquals(Map.of("pets", "a{colour=red} b{size=2}"), stages(folder));
  }

  @Test
  void areResolvedLikeTheRestOfTheTemplate() throws IOException {
    write("pets.yaml", DOCUMENT);
    write(
        "template.yaml",
        """
        Parameters: {Stage: {Default: test}, Live: {Default: "false"}}
        Conditions: {IsLive: !Equals [!Ref Live, "true"], IsTest: !Not [!Condition IsLive]}
        Resources:
          Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: pets.yaml}}
          Orders: {Type: AWS::Serverless::Function}
          Test:
            Type: AWS::ApiGateway::Stage
            Condition: IsTest
            Properties:
              RestApiId: !Ref Api
              StageName: !Ref Stage
              Variables:
                function: !Ref Orders
                table: !Sub "orders-${Stage}"
                extra: !If [IsLive, "yes", !Ref AWS::NoValue]
          Live:
            Type: AWS::ApiGateway::Stage
            Condition: IsLive
            Properties: {RestApiId: !Ref Api, StageName: live}
          Other:
            Type: AWS::ApiGateway::Stage
            Properties: {RestApiId: !Ref Elsewhere, StageName: other}
        """);
    assertEquals(Map.of("pets", "test{function=Orders table=orders-test}"), stages(folder));
    expected.add(ResourceCodes.GM2215);
  }

  @Test
  void comeWithSettingsThatWinOverTheDocument() throws IOException {
    write(
        "pets.yaml",
        DOCUMENT
            + "x-amazon-apigateway-minimum-compression-size: 1\n"
            + "x-amazon-apigateway-endpoint-configuration: {vpcEndpointIds: [vpce-1]}\n");
    write(
        "template.yaml",
        """
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: dev
              DefinitionUri: pets.yaml
              MinimumCompressionSize: 1024
              BinaryMediaTypes: [image~1png]
              DisableExecuteApiEndpoint: true
              Description: a description
        """);
    ApiDocument document = load(folder).get(0);
    assertEquals("1024", text(document, "x-amazon-apigateway-minimum-compression-size"));
    assertEquals("image/png", text(document, "x-amazon-apigateway-binary-media-types"));
    assertEquals(
        "disableExecuteApiEndpoint=true vpcEndpointIds=vpce-1",
        text(document, "x-amazon-apigateway-endpoint-configuration"));
  }

  private Map<String, String> stages(Path source) {
    return load(source).stream()
        .collect(Collectors.toMap(ApiDocument::apiId, TemplateStagesTest::stages));
  }

  private static String stages(ApiDocument document) {
    return document.stages().stream()
        .map(
            stage ->
                stage.name()
                    + stage.variables().stream()
                        .map(TemplateStagesTest::text)
                        .collect(Collectors.joining(" ", "{", "}")))
        .collect(Collectors.joining(" "));
  }

  private static String text(Stage.Variable variable) {
    return variable.name().text() + "=" + variable.value().text();
  }

  private static String text(ApiDocument document, String member) {
    return text(document.root().get(member).orElseThrow());
  }

  private static String text(Node node) {
    Optional<String> scalar = node.asScalar().map(ScalarNode::text);
    Optional<String> array =
        node.asArray()
            .map(
                a ->
                    a.items().stream()
                        .map(TemplateStagesTest::text)
                        .collect(Collectors.joining(" ")));
    return scalar
        .or(() -> array)
        .orElseGet(
            () ->
                node.asObject().orElseThrow().members().values().stream()
                    .map(m -> m.name() + "=" + text(m.value()))
                    .collect(Collectors.joining(" ")));
  }

  private List<ApiDocument> load(Path source) {
    return new DocumentLoader(Map.of(), diagnostics).load(source).documents();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
