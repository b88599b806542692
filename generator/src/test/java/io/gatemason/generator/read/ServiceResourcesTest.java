package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.service.ApiKey;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.source.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the resources beside an API. */
class ServiceResourcesTest {
  private static final String PLAN =
      """
      Resources:
        Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./%s.yaml}}
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties: {RestApiId: !Ref Api, StageName: !Sub "${AWS::StackName}-dev"}
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: !Ref Api
                Stage: !Ref Stage
                Throttle: {'/pets/{id}/GET': {RateLimit: 1.5}, //GET: {BurstLimit: "7"}}
            Throttle: {BurstLimit: 10, RateLimit: 5}
            Quota: {Limit: 100, Period: week}
        Key: {Type: AWS::ApiGateway::ApiKey, Properties: {Enabled: true, Value: %s}}
        InPlan:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan}
      """;

  @TempDir Path folder;

  @Test
  void plansAndKeysBelongToTheirTemplates() throws IOException {
    write("pets.yaml", "openapi: 3.0.1\npaths: {}\n");
    write("toys.yaml", "openapi: 3.0.1\npaths: {}\n");
    write("a.template.yaml", PLAN.formatted("pets", "of-pets-of-pets-of-pets"));
    write("b.template.yaml", PLAN.formatted("toys", "of-toys-of-toys-of-toys"));
    Service service = service(Map.of());
    assertEquals(
        List.of("a.template.yaml#Plan pets local-dev", "b.template.yaml#Plan toys local-dev"),
        service.usagePlans().stream()
            .map(
                plan ->
                    plan.id()
                        + " "
                        + plan.stages().get(0).apiId()
                        + " "
                        + plan.stages().get(0).stage())
            .toList());
    UsagePlan plan = service.usagePlans().get(1);
    assertEquals(List.of(service.apiKeys().get(1).id()), plan.keys());
    assertEquals(
        Optional.of("of-toys-of-toys-of-toys"),
        service.apiKeys().get(1).value().map(value -> value.text()));
    assertEquals(100, plan.quota().orElseThrow().limit());
    List<UsagePlan.MethodThrottle> methods = plan.stages().get(0).methods();
    assertEquals(new MethodSettings.Target("/pets/{id}", "GET"), methods.get(0).method());
    assertEquals(new MethodSettings.Target("/", "GET"), methods.get(1).method());
    assertEquals(Optional.of(7), methods.get(1).throttle().burst().map(Placed::value));
  }

  @Test
  void functionsOfTwoTemplatesMayHaveOneLogicalId() throws IOException {
    String template =
        "Resources: {Main: {Type: AWS::Serverless::Function, Properties: {Handler: %s}}}\n";
    write("pets.yaml", "openapi: 3.0.1\npaths: {}\n");
    write("a.template.yaml", template.formatted("first"));
    write("b.template.yaml", template.formatted("second"));
    assertEquals(
        List.of("Main first", "b-Main second"),
        service(Map.of()).functions().stream().map(f -> f.name() + " " + f.handler()).toList());
  }

  @Test
  void secretValuesOfKeysAreNotRead() throws IOException {
    write("pets.yaml", "openapi: 3.0.1\npaths: {}\n");
    write(
        "template.yaml",
        """
        Parameters: {Secret: {NoEcho: true, Type: String}}
        Resources:
          Hidden: {Type: AWS::ApiGateway::ApiKey, Properties: {Value: !Ref Secret}}
          Kept:
            Type: AWS::ApiGateway::ApiKey
            Properties: {Value: "{{resolve:secretsmanager:key}}"}
        """);
    List<ApiKey> keys = service(Map.of("Secret", "never-to-be-seen-anywhere")).apiKeys();
    assertEquals(2, keys.size());
    assertTrue(keys.stream().allMatch(key -> key.value().isEmpty() && !key.enabled()));
  }

  @Test
  void nearestSettingsOfAMethodWin() throws IOException {
    StageSettings settings =
        settings(
            """
            - {ResourcePath: /*, HttpMethod: "*", CachingEnabled: true, ThrottlingRateLimit: 1}
            - {ResourcePath: '/~1pets~1{id}', HttpMethod: "*", CacheTtlInSeconds: 5}
            - {ResourcePath: '/pets/{id}', HttpMethod: get, ThrottlingRateLimit: 2}
            - {ResourcePath: /, HttpMethod: GET, CachingEnabled: false}
            """);
    MethodSettings pets = settings.of("/pets/{id}", "GET");
    assertEquals(Optional.of(true), pets.caching().map(Placed::value));
    assertEquals(Optional.of(5), pets.cacheTtlSeconds().map(Placed::value));
    assertEquals(Optional.of(2.0), pets.throttle().ratePerSecond().map(Placed::value));
    assertEquals(Optional.empty(), pets.throttle().burst());
    assertEquals(Optional.of(false), settings.of("/", "GET").caching().map(Placed::value));
    assertEquals(
        Optional.of(1.0),
        settings.of("/other", "PUT").throttle().ratePerSecond().map(Placed::value));
  }

  @Test
  void domainsHaveTheMappingsAndRulesOfAllTemplates() throws IOException {
    write("pets.yaml", "openapi: 3.0.1\npaths: {}\n");
    write(
        "template.yaml",
        """
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties: {DefinitionUri: ./pets.yaml, StageName: live}
          Domain:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: !Sub "api.${AWS::StackName}.test"
              RoutingMode: ROUTING_RULE_THEN_BASE_PATH_MAPPING
          Root:
            Type: AWS::ApiGateway::BasePathMapping
            Properties: {DomainName: !Ref Domain, RestApiId: !Ref Api, BasePath: (none)}
          Pets:
            Type: AWS::ApiGatewayV2::ApiMapping
            Properties:
              DomainName: api.local.test
              ApiId: !Ref Api
              ApiMappingKey: shop/pets
              Stage: !Ref ApiliveStage
          Rule:
            Type: AWS::ApiGatewayV2::RoutingRule
            Properties:
              DomainNameArn: !GetAtt Domain.DomainNameArn
              Priority: 3
              Conditions: [{MatchHeaders: {AnyOf: [{Header: X-Kind, ValueGlob: toy*}]}}]
              Actions: [{InvokeApi: {ApiId: !Ref Api, Stage: !Ref Api.Stage}}]
        """);
    DomainName domain = service(Map.of()).domains().get(0);
    assertEquals("api.local.test", domain.name().value());
    assertEquals(DomainName.Routing.RULE_THEN_MAPPING, domain.routing());
    ApiMapping root = domain.mappings().get(0);
    assertEquals("", root.basePath().value());
    assertEquals(Optional.empty(), root.stage());
    ApiMapping pets = domain.mappings().get(1);
    assertEquals("shop/pets", pets.basePath().value());
    assertEquals(Optional.of("live"), pets.stage().map(Placed::value));
    RoutingRule rule = domain.rules().get(0);
    assertEquals("live", rule.stage());
    assertEquals("toy*", rule.headers().get(0).get(0).valueGlob().value());
  }

  private StageSettings settings(String methods) throws IOException {
    write("pets.yaml", "openapi: 3.0.1\npaths: {}\n");
    write(
        "template.yaml",
        """
        Resources:
          Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./pets.yaml}}
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: !Ref Api
              StageName: dev
              MethodSettings:
        """
            + methods.indent(8));
    SourceSet sources = new DocumentLoader(Map.of(), new Diagnostics()).load(folder);
    return sources.documents().get(0).stages().get(0).settings();
  }

  private Service service(Map<String, String> parameters) {
    return new DocumentLoader(parameters, new Diagnostics()).load(folder).service(List.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
