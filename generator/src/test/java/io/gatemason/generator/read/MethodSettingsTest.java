package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two entries for the same methods the later one wins, setting by setting. */
class MethodSettingsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Pets, version: "1"}
      paths:
        /pets:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: {type: mock}
      """;

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void aDeploymentsOwnSettingsAreTheDefaultsOfItsMethodSettings() throws IOException {
    assertEquals(
        List.of(
            "(\"*\", \"*\", MethodSettings.NONE.rate(1.0).burst(2).caching(true).cacheSeconds(9))"),
        entries(
            """
            Resources:
              Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./pets.yaml}}
              Now:
                Type: AWS::ApiGateway::Deployment
                Properties:
                  RestApiId: !Ref Api
                  StageName: prod
                  StageDescription:
                    CacheClusterEnabled: true
                    CachingEnabled: true
                    CacheTtlInSeconds: 60
                    MethodSettings:
                      - ResourcePath: /*
                        HttpMethod: "*"
                        ThrottlingRateLimit: 1
                        ThrottlingBurstLimit: 2
                        CacheTtlInSeconds: 9
            """));
  }

  @Test
  void anApisOwnSettingsWinOverThoseOfGlobals() throws IOException {
    assertEquals(
        List.of("(\"*\", \"*\", MethodSettings.NONE.rate(1.0).burst(8).metrics(true))"),
        entries(
            """
            Globals:
              Api:
                MethodSettings:
                  - ResourcePath: /*
                    HttpMethod: "*"
                    ThrottlingRateLimit: 5
                    ThrottlingBurstLimit: 8
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: prod
                  DefinitionUri: ./pets.yaml
                  MethodSettings:
                    - ResourcePath: /*
                      HttpMethod: "*"
                      ThrottlingRateLimit: 1
                      MetricsEnabled: true
            """));
  }

  @Test
  void aPathIsOneWithItsEscapedForm() throws IOException {
    assertEquals(
        List.of("(\"GET\", \"/pets\", MethodSettings.NONE.rate(1.0).burst(3).metrics(true))"),
        entries(
            """
            Resources:
              Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./pets.yaml}}
              Prod:
                Type: AWS::ApiGateway::Stage
                Properties:
                  RestApiId: !Ref Api
                  StageName: prod
                  MethodSettings:
                    - ResourcePath: /pets
                      HttpMethod: GET
                      ThrottlingRateLimit: 1
                      ThrottlingBurstLimit: 2
                    - ResourcePath: /~1pets
                      HttpMethod: get
                      ThrottlingBurstLimit: 3
                      MetricsEnabled: true
            """));
  }

  /** The arguments of what the generated stages set, without breaks of lines. */
  private List<String> entries(String template) throws IOException {
    Files.writeString(folder.resolve("pets.yaml"), DOCUMENT);
    Files.writeString(folder.resolve("template.yaml"), template);
    Generator.generate(GenerationRequest.of(folder, output, "com.acme"));
    String stages = Files.readString(output.resolve("com/acme/pets/stages/PetsStages.java"));
    return stages
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(.)]) ?", "$1")
        .lines()
        .flatMap(line -> List.of(line.split("\\.methods(?=\\()")).stream().skip(1))
        .map(entry -> entry.replaceFirst("\\)\\)\\)?.*$", "))"))
        .toList();
  }
}
