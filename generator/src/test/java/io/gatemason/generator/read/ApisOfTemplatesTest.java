package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What APIs of templates are called, and how the document of one is found and read. */
class ApisOfTemplatesTest {
  private static final String FUNCTION =
      """
        %s:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.b, Events: {Get: {Type: %s, Properties: {Path: /, Method: get}}}}
      """;
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: pets, version: "1"}
      servers: [{url: /shop/v1}]
      paths: {/pets: {get: {responses: {}, x-amazon-apigateway-integration: {type: mock}}}}
      """;

  @TempDir Path folder;

  @Test
  void oneApiWithoutADocumentIsCalledAsItsFolder() throws IOException {
    write("shop/template.yaml", "Resources:\n" + FUNCTION.formatted("F", "Api"));
    assertEquals(List.of("shop"), ids(Map.of()));
  }

  @Test
  void severalApisAreCalledAsTheirResources() throws IOException {
    write(
        "shop/template.yaml",
        "Resources:\n" + FUNCTION.formatted("F", "Api") + FUNCTION.formatted("G", "HttpApi"));
    assertEquals(List.of("ServerlessRestApi", "ServerlessHttpApi"), ids(Map.of()));
  }

  @Test
  void documentsOfOneFolderKeepItsName() throws IOException {
    write("shop/template.yaml", "Resources:\n" + FUNCTION.formatted("F", "Api"));
    write("shop/openapi.yaml", DOCUMENT);
    assertEquals(List.of("shop", "ServerlessRestApi"), ids(Map.of()));
  }

  @Test
  void anObjectInABucketIsTheFileThatAParameterOrAnAssetNames() throws IOException {
    write("copy.yaml", DOCUMENT);
    write("asset.1f.yaml", DOCUMENT);
    write(
        "Shop.assets.json",
        """
        {"files": {"1f": {"source": {"path": "asset.1f.yaml"},
          "destinations": {"here": {"objectKey": "1f.yaml"}}}}}
        """);
    write(
        "Shop.template.json",
        """
        {"Resources": {
          "Toys": {"Type": "AWS::ApiGateway::RestApi",
            "Properties": {"BodyS3Location": {"Bucket": "b", "Key": "toys.yaml"}}},
          "Pets": {"Type": "AWS::ApiGateway::RestApi",
            "Properties": {"BodyS3Location": {"Bucket": {"Fn::Sub": "${AWS::AccountId}-b"},
              "Key": "1f.yaml"}}}}}
        """);
    assertEquals(List.of("Pets", "copy"), ids(Map.of("s3://b/toys.yaml", "copy.yaml")));
  }

  @Test
  void outputOfSamBuildIsReadAsItLiesOnDisk() throws IOException {
    write("shop/openapi.yaml", DOCUMENT);
    String template =
        """
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties: {DefinitionUri: %sopenapi.yaml}
          Talk:
            Type: AWS::Serverless::Function
            Properties: {CodeUri: %s, Handler: a.b, Runtime: nodejs20.x}
            Metadata: {SamResourceId: Talk}
        """;
    write("shop/template.yaml", template.formatted("", "talk"));
    write("shop/.aws-sam/build/template.yaml", template.formatted("../../", "Talk"));
    write("shop/.aws-sam/build/Talk/package.json", "{}");
    write("shop/.aws-sam/build.toml", "");
    for (String source :
        List.of("shop", "shop/.aws-sam/build", "shop/.aws-sam/build/template.yaml")) {
      Diagnostics diagnostics = new Diagnostics();
      SourceSet sources = new DocumentLoader(Map.of(), diagnostics).load(folder.resolve(source));
      assertEquals(
          List.of("shop"),
          sources.documents().stream().map(ApiDocument::apiId).toList(),
          source + diagnostics.all());
      assertEquals(Optional.of(Api.Kind.HTTP), sources.documents().get(0).kind());
    }
  }

  @Test
  void apiOfRoutesThatSamBuiltIsCalledAsItsProject() throws IOException {
    write("shop/.aws-sam/build/template.yaml", "Resources:\n" + FUNCTION.formatted("F", "HttpApi"));
    Diagnostics diagnostics = new Diagnostics();
    SourceSet sources =
        new DocumentLoader(Map.of(), diagnostics).load(folder.resolve("shop/.aws-sam/build"));
    assertEquals(List.of("shop"), sources.documents().stream().map(ApiDocument::apiId).toList());
  }

  @Test
  void theTemplateDecidesOnTheBasePath() throws IOException {
    write("pets.yaml", DOCUMENT);
    write(
        "template.yaml",
        """
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties: {BodyS3Location: ./pets.yaml, Parameters: {basepath: split}}
        """);
    ApiDocument document = sources(Map.of()).documents().get(0);
    RestApi api =
        (RestApi) Readers.read(document, ReadOptions.DEFAULT, new Diagnostics()).orElseThrow();
    assertEquals("/v1/pets", api.methods().get(0).path().text());
  }

  @Test
  void pathsOfManyThousandSegmentsAreRefusedAndDoNotEndTheBuild() throws IOException {
    StringBuilder template =
        new StringBuilder(
            "Resources:\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}\n");
    String parent = "!GetAtt Api.RootResourceId";
    for (int i = 0; i < 20_000; i++) {
      template.append(
          "  R%d: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, PathPart: a, ParentId: %s}}\n"
              .formatted(i, parent));
      parent = "!Ref R" + i;
    }
    template.append(
        "  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, HttpMethod: GET,"
            + " ResourceId: %s, AuthorizationType: NONE}}\n".formatted(parent));
    write("template.yaml", template.toString());
    Diagnostics diagnostics = new Diagnostics();
    new DocumentLoader(Map.of(), diagnostics).load(folder);
    assertEquals(
        List.of(ResourceCodes.GM2218),
        diagnostics.all().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .map(Diagnostic::code)
            .toList());
  }

  private List<String> ids(Map<String, String> parameters) {
    return sources(parameters).documents().stream().map(ApiDocument::apiId).toList();
  }

  private SourceSet sources(Map<String, String> parameters) {
    return new DocumentLoader(parameters, new Diagnostics()).load(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
