package io.gatemason.generator.read.cloudformation.intrinsic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<String, String> parameters = new HashMap<>();
  private CloudFormationTemplate template =
      new CloudFormationTemplate(
          tree(
              """
              Parameters:
                Stage: {Default: dev}
                Secret: {Type: String}
                Kind: {Default: ich}
                Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
                Subnets: {Type: 'List<AWS::EC2::Subnet::Id>', Default: s-1}
              Mappings:
                Hosts: {dev: {host: dev.example.com, port: 8080}}
              Conditions:
                IsDev: !Equals [!Ref Stage, dev]
                IsProd: {Fn::Not: [{Condition: IsDev}]}
                Either: !Or [!Condition IsProd, {"Fn::Equals": [a, b]}, {Condition: IsDev}]
                Both: !And [!Condition IsProd, !Condition IsDev]
                Circle: !Not [!Condition Circle]
              Resources:
                Pets: {Type: AWS::DynamoDB::Table, Properties: {TableName: pets-table}}
                Work: {Type: AWS::StepFunctions::StateMachine}
                Named: {Type: AWS::StepFunctions::StateMachine, Properties: {StateMachineName: flow}}
                OfSam: {Type: AWS::Serverless::StateMachine, Properties: {Name: sam-flow}}
                Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs-queue}}
                People: {Type: AWS::Cognito::UserPool, Properties: {UserPoolName: people}}
                Bus: {Type: AWS::Events::EventBus, Properties: {Name: orders}}
                Logs: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /api}}
                Hose: {Type: AWS::KinesisFirehose::DeliveryStream, Properties: {DeliveryStreamName: h}}
                Shop: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live}}
                NewsTopic: {Type: AWS::ApiGateway::RestApi}
              Outputs:
                Jobs: {Value: !GetAtt Jobs.Arn, Export: {Name: !Sub "${AWS::StackName}-jobs"}}
                Old: {Condition: IsProd, Value: old, Export: {Name: which}}
                New: {Condition: IsDev, Value: new, Export: {Name: which}}
                Twice: {Value: !Sub ["${a} ${a}", {a: !ImportValue which}], Export: {Name: twice}}
                Endless: {Value: !ImportValue endless, Export: {Name: endless}}
                Unknown: {Value: x, Export: {Name: !Sub "${Nobody}-x"}}
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Sub '${AWS::Region}-${Stage}' | us-east-1-dev",
        "!Sub ['${a}${Stage}', {a: !Ref Stage}] | devdev",
        "{Fn::Sub: '${!Literal} ${ Stage }'} | ${Literal} dev",
        "!Ref AWS::AccountId | 000000000000",
        "{Ref: AWS::URLSuffix} | amazonaws.com",
        "!Ref Pets | pets-table",
        "!Ref Work | arn:aws:states:us-east-1:000000000000:stateMachine:Work",
        "!ImportValue local-jobs | arn:aws:sqs:us-east-1:000000000000:jobs-queue",
        "!ImportValue {Fn::Sub: 'wh${Kind}'} | new",
        "!ImportValue twice | new new",
        "!Ref Named | arn:aws:states:us-east-1:000000000000:stateMachine:flow",
        "!GetAtt OfSam.Arn | arn:aws:states:us-east-1:000000000000:stateMachine:sam-flow",
        "!Ref Jobs | https://sqs.us-east-1.amazonaws.com/000000000000/jobs-queue",
        "!GetAtt Jobs.QueueUrl | https://sqs.us-east-1.amazonaws.com/000000000000/jobs-queue",
        "!GetAtt Jobs.QueueName | jobs-queue",
        "!Ref People | us-east-1_People",
        "!GetAtt People.ProviderURL | https://cognito-idp.us-east-1.amazonaws.com/us-east-1_People",
        "!GetAtt People.ProviderName | cognito-idp.us-east-1.amazonaws.com/us-east-1_People",
        "!GetAtt Bus.Arn | arn:aws:events:us-east-1:000000000000:event-bus/orders",
        "!GetAtt Logs.Arn | arn:aws:logs:us-east-1:000000000000:log-group:/api:*",
        "!GetAtt Hose.Arn | arn:aws:firehose:us-east-1:000000000000:deliverystream/h",
        "!Ref Shop.Alias | arn:aws:lambda:us-east-1:000000000000:function:Shop:live",
        "!Ref NewsTopic | NewsTopic",
        "!GetAtt MyFunction.Arn | arn:aws:lambda:us-east-1:000000000000:function:MyFunction",
        "{Fn::GetAtt: [ApiRole, Arn]} | arn:aws:iam::000000000000:role/ApiRole",
        "{Fn::GetAtt: Pets.Arn} | arn:aws:dynamodb:us-east-1:000000000000:table/pets-table",
        "!Sub '${MyFunction.Arn}' | arn:aws:lambda:us-east-1:000000000000:function:MyFunction",
        "!Sub 'arn:aws:lambda:x:1:function:${Orders}' | arn:aws:lambda:x:1:function:Orders",
        "!Join ['-', [a, 1, !Ref Stage]] | a-1-dev",
        "!Select [1, !Split [',', 'a,b,c']] | b",
        "!Join ['-', !Ref Zones] | a-b-c",
        "!Select [1, !Ref Zones] | b",
        "!Join ['-', !Ref Subnets] | s-1",
        "!Sub '${Zones}' | a, b,c",
        "{Fn::Length: !Ref Zones} | 3",
        "!Join [' ', !Cidr [10.1.0.0/22, 2, 8]] | 10.1.0.0/24 10.1.1.0/24",
        "!Select [1, !Cidr [10.1.2.3/16, '256', '4']] | 10.1.0.16/28",
        "!Select [2, !Cidr ['2001:db8::/56', 3, 64]] | 2001:db8:0:2:0:0:0:0/64",
        "!Select [0, !Cidr ['1:2:3:4:5:6:7:8/120', 1, 4]] | 1:2:3:4:5:6:7:0/124",
        "!Select [0, !Cidr ['::ffff:102:304/120', 1, 4]] | 0:0:0:0:0:ffff:102:300/124",
        "!Base64 'hé' | aMOp",
        "!FindInMap [Hosts, !Ref Stage, host] | dev.example.com",
        "!FindInMap [Hosts, x, host, {DefaultValue: none}] | none",
        "!If [IsDev, yes, no] | yes",
        "!If [IsProd, yes, no] | no",
        "!If [Either, yes, no] | yes",
        "!If [Both, yes, no] | no",
      })
  void evaluates(String function, String expected) {
    ObjectNode root = apply("value: " + function);
    assertEquals(expected, text(root, "value"));
    assertEquals(List.of(), lines());
  }

  @Test
  void parametersWinOverEverythingElse() {
    parameters.putAll(
        Map.of(
            "AWS::Region", "cn-north-1",
            "Stage", "prod",
            "MyFunction.Arn", "arn:mine",
            "Hosts.prod.host", "prod.example.com",
            "shared-vpc", "vpc-1",
            "Local", "TRUE"));
    ObjectNode root =
        apply(
            """
            a: !Sub "${AWS::Partition} ${AWS::URLSuffix}"
            b: !GetAtt MyFunction.Arn
            c: !FindInMap [Hosts, !Ref Stage, host]
            d: !ImportValue shared-vpc
            e: !If [Local, 1, 2]
            f: !If [IsProd, 1, 2]
            """);
    assertEquals("aws-cn amazonaws.com.cn", text(root, "a"));
    assertEquals("arn:mine", text(root, "b"));
    assertEquals("prod.example.com", text(root, "c"));
    assertEquals("vpc-1", text(root, "d"));
    assertEquals("1", text(root, "e"));
    assertEquals("1", text(root, "f"));
    assertEquals(List.of(), lines());
  }

  @Test
  void conditionsRemoveOperationsAndItems() {
    ObjectNode root =
        apply(
            """
            /pets:
              Fn::If: [IsProd, {get: {}}, !Ref AWS::NoValue]
            /toys:
              get: !If [IsDev, {x: 1}, {y: 2}]
            tags: [a, !If [IsProd, b, {Ref: AWS::NoValue}], c]
            """);
    assertFalse(root.has("/pets"));
    assertEquals("1", text(object(object(root, "/toys"), "get"), "x"));
    assertEquals(2, root.get("tags").orElseThrow().asArray().orElseThrow().items().size());
  }

  @Test
  void rolesAndUserPoolsAreKnownByTheirPlace() {
    ObjectNode root =
        apply("credentials: !GetAtt Caller.Arn\nproviderARNs: [!GetAtt People.Arn]\n");
    assertEquals("arn:aws:iam::000000000000:role/Caller", text(root, "credentials"));
    assertEquals(
        "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_People",
        root.get("providerARNs")
            .orElseThrow()
            .asArray()
            .orElseThrow()
            .items()
            .get(0)
            .asScalar()
            .orElseThrow()
            .text());
  }

  @Test
  void reportsEveryPlaceThatHasNoValueInOneRun() {
    ObjectNode root =
        apply(
            """
            a: !Sub "https://${Domain}/x"
            b: !ImportValue shared
            c: !If [Unknown, 1, 2]
            d: ${host}
            e: "{{ site }}/${host}"
            f: !Ref Secret
            g: !GetAtt Balancer.DNSName
            h: !Sub "table ${Toys}"
            """);
    assertEquals(
        List.of(
            "1:18 GM2020 Domain",
            "2:17 GM2020 shared",
            "3:8 GM2025 Unknown",
            "4:4 GM2020 host",
            "5:5 GM2020 site",
            "6:9 GM2020 Secret",
            "7:12 GM2020 Balancer.DNSName",
            "8:16 GM2020 Toys"),
        lines());
    assertEquals("table ${Toys}", text(root, "h"));
  }

  @Test
  void tellsRunTimeVariablesFromPlaceholders() {
    String text =
        """
        uri: http://${stageVariables.host}/${!x}
        escaped: $${notMine}
        requestTemplates:
          application/json: |
            #set($item = $input.path('$.a'))
            #foreach ($x in $item.list) ${x.name} ${foreach.index} #end
            ${context.requestId} ${input.body} ${util.urlEncode($x)} ${item.id}
            {{ "json": 1 }} ${AWS::Region}
        description: costs ${amount} for {{name}}
        """;
    ObjectNode root = apply(text);
    assertEquals("http://${stageVariables.host}/${!x}", text(root, "uri"));
    assertEquals("$${notMine}", text(root, "escaped"));
    assertEquals("costs ${amount} for {{name}}", text(root, "description"));
    String template = text(object(root, "requestTemplates"), "application/json");
    assertEquals(
        """
        #set($item = $input.path('$.a'))
        #foreach ($x in $item.list) ${x.name} ${foreach.index} #end
        ${context.requestId} ${input.body} ${util.urlEncode($x)} ${item.id}
        {{ "json": 1 }} us-east-1
        """,
        template);
    assertEquals(List.of(), lines());
  }

  @Test
  void warnsAboutNamesThatAMappingTemplateDoesNotSet() {
    apply("responseTemplates:\n  application/json: '{\"t\": \"${tableName}\"}'\n");
    assertEquals(List.of("2:29 GM2027 tableName"), lines());
  }

  @Test
  void keepsRunTimeVariablesInsideSubAndSaysHowToWriteThem() {
    ObjectNode root = apply("a: !Sub '${stageVariables.fn} ${!stageVariables.fn}'");
    assertEquals("${stageVariables.fn} ${stageVariables.fn}", text(root, "a"));
    assertEquals(1, diagnostics.all().size());
    assertEquals("write \"${!stageVariables.fn}\"", diagnostics.all().get(0).hint());
  }

  @Test
  void takesAPlaceholderForAFunctionOrRoleAsItsName() {
    ObjectNode root =
        apply(
            """
            type: aws_proxy
            uri: ${mod.orders_arn}
            credentials: ${caller}
            """);
    assertEquals(
        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
            + "arn:aws:lambda:us-east-1:000000000000:function:mod-orders_arn/invocations",
        text(root, "uri"));
    assertEquals("arn:aws:iam::000000000000:role/caller", text(root, "credentials"));
    assertEquals(List.of("2:6 GM2022 mod.orders_arn", "3:14 GM2022 caller"), lines());
  }

  @Test
  void fillsWholeValuesKeysAndPartsOfText() {
    parameters.putAll(Map.of("timeout", "29000", "name", "auth", "host", "h.example.com"));
    ObjectNode root =
        apply("t: ${timeout}\nq: \"${var.timeout}\"\n${name}: x\nu: https://{{ host }}/p\n");
    assertEquals("integer", root.get("t").orElseThrow().kind());
    assertEquals("string", root.get("q").orElseThrow().kind());
    assertEquals("x", text(root, "auth"));
    assertEquals("https://h.example.com/p", text(root, "u"));
    assertEquals(List.of(), lines());
  }

  @Test
  void placesBehindAReplacementStayExact() {
    ObjectNode root = apply("a: !Sub |\n  one ${Stage} two\n  ${AWS::Region} three\n");
    ScalarNode a = root.get("a").orElseThrow().asScalar().orElseThrow();
    assertEquals("one dev two\nus-east-1 three\n", a.text());
    assertEquals(3, a.position(a.text().indexOf("three")).line());
    assertEquals(18, a.position(a.text().indexOf("three")).column());
    assertEquals(16, a.position(a.text().indexOf("two")).column());
    assertEquals(3, a.position(a.text().indexOf("east")).column());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Select [3, [a, b]] | GM2023",
        "!Select [-1, [a, b]] | GM2023",
        "!Join [a] | GM2023",
        "!Join [',', text] | GM2023",
        "!Join [',', [{a: 1}]] | GM2023",
        "!Sub [a, b, c] | GM2023",
        "!Sub {a: 1} | GM2023",
        "!Sub [] | GM2023",
        "!Split ['', abc] | GM2023",
        "!GetAtt Function | GM2023",
        "!If [IsDev, a] | GM2023",
        "!FindInMap [a, b] | GM2023",
        "!Ref [a] | GM2023",
        "{Fn::Join: ['', [a]], other: 1} | GM2023",
        "!Sbu x | GM2024",
        "!Cidr [10.0.0.0/24, 2, 8] | GM2023",
        "!Cidr [10.0.0.0/24, 0, 4] | GM2023",
        "!Cidr [300.0.0.0/24, 1, 4] | GM2023",
        "!Cidr [010.0.0.0/24, 1, 4] | GM2023",
        "!Cidr [10.0.0/24, 1, 4] | GM2023",
        "!Cidr ['2001:db8/56', 1, 64] | GM2023",
        "!Cidr ['1:2:3:4:5:6:7::8/56', 1, 64] | GM2023",
        "!Cidr ['::1::/56', 1, 64] | GM2023",
        "!Cidr ['1:2:3:4:5:6:7:8:9/56', 1, 64] | GM2023",
        "!Cidr ['12345::/56', 1, 64] | GM2023",
        "!Cidr [10.0.0.0/33, 1, 4] | GM2023",
        "!GetAZs us-east-1 | GM2020",
        "!ImportValue endless | GM2020",
        "!ImportValue nothing | GM2020",
        "{Fn::Sbu: x} | GM2024",
        "{Fn::Transform: {Name: Custom}} | GM2024",
        "{Fn::Transform: {Name: AWS::Include}} | GM2023",
        "!If [Circle, a, b] | GM2025",
      })
  void reportsCallsThatCannotBeEvaluated(String function, String code) {
    apply("value: " + function);
    assertEquals(
        List.of(code), diagnostics.all().stream().map(d -> d.code().name()).distinct().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Select [0, !GetAZs ''] | GM2020",
        "!Select [!Ref Nobody, [a]] | GM2020",
        "!Join [',', !Split ['', a]] | GM2023",
        "!Split ['-', !Select [3, [a]]] | GM2023",
        "!Cidr [!Select [3, [a]], 1, 8] | GM2023",
        "!Cidr [10.0.0.0/24, !Sbu x, 4] | GM2024",
        "{Fn::Length: !GetAZs ''} | GM2020",
        "{Fn::ToJsonString: !GetAZs ''} | GM2020",
        "!FindInMap [Hosts, !Ref Nobody, host] | GM2020",
        "!Sub ['${a}', {a: !Select [1, !GetAZs '']}] | GM2020",
        "!Base64 {Fn::Join: ['', {Fn::Sbu: x}]} | GM2024",
        "!If [IsDev, !Select [0, !Sbu x], b] | GM2024",
      })
  void tellsAnArgumentThatFailsOnce(String function, String code) {
    apply("value: " + function);
    // A second look, as several readers take it, is no other thing than the first.
    assertEquals(
        List.of(code), diagnostics.all().stream().map(d -> d.code().name()).toList(), function);
    apply("value: " + function + "\n");
    assertEquals(1, diagnostics.all().stream().map(Diagnostic::message).distinct().count());
  }

  @Test
  void tellsAllArgumentsThatDoNotFit() {
    apply("value: !Join [[a], {b: c}]");
    assertEquals(
        List.of("\"Fn::Join\" needs text, not an array", "\"Fn::Join\" needs a list, not a object"),
        diagnostics.all().stream().map(Diagnostic::message).toList());
  }

  @Test
  void suggestsTheFunctionThatWasMeant() {
    apply("value: {Fn::Sbu: x}");
    assertEquals("did you mean \"Fn::Sub\"?", diagnostics.all().get(0).hint());
  }

  @Test
  void mergesIncludedMembersOnce() {
    ObjectNode included =
        tree(
            "a: 1\nb: !Ref Stage\nc: {Fn::Transform: {Name: AWS::Include, "
                + "Parameters: {Location: y}}}\n");
    ObjectNode root =
        (ObjectNode)
            new Substitution(
                    Map.of("s3://bucket/x", "./x.yaml"),
                    List.of(template),
                    diagnostics,
                    (from, location) ->
                        location.equals("./x.yaml") ? Optional.of(included) : Optional.empty())
                .apply(
                    tree(
                        "own: 1\nFn::Transform: {Name: AWS::Include, "
                            + "Parameters: {Location: 's3://bucket/x'}}\n"));
    assertEquals("1", text(root, "own"));
    assertEquals("1", text(root, "a"));
    assertEquals("dev", text(root, "b"));
    assertEquals("GM2023", diagnostics.all().get(0).code().name());
  }

  @Test
  void keepsWhatDoesNotChange() {
    ObjectNode root = tree("paths: {'/a/{id}': {get: [1, x, null]}}\nother: ${Stage}\n");
    ObjectNode applied = apply(root);
    assertSame(root.get("paths").orElseThrow(), applied.get("paths").orElseThrow());
    assertEquals("dev", text(applied, "other"));
  }

  private ObjectNode apply(String yaml) {
    return apply(tree(yaml));
  }

  private ObjectNode apply(ObjectNode root) {
    return new Substitution(
            parameters, List.of(template), diagnostics, (from, location) -> Optional.empty())
        .apply(root)
        .asObject()
        .orElseThrow();
  }

  private List<String> lines() {
    return diagnostics.sorted().stream().map(SubstitutionTest::line).toList();
  }

  private static String line(Diagnostic d) {
    String quoted = d.message().replaceAll("^[^\"]*\"([^\"]*)\".*$", "$1");
    return d.range().start().line()
        + ":"
        + d.range().start().column()
        + " "
        + d.code()
        + " "
        + quoted;
  }

  private static ObjectNode tree(String yaml) {
    Optional<Node> root =
        new NodeReader()
            .read(
                new SourceFile("api.yaml", yaml),
                problem -> {
                  throw new AssertionError(problem);
                });
    return root.orElseThrow().asObject().orElseThrow();
  }

  private static ObjectNode object(ObjectNode object, String name) {
    return object.get(name).orElseThrow().asObject().orElseThrow();
  }

  private static String text(ObjectNode object, String name) {
    return object.get(name).orElseThrow().asScalar().orElseThrow().text();
  }
}
