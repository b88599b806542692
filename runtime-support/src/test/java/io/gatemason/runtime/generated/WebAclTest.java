package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of requests that web ACLs have judged, and what happens if they cannot judge. */
@Timeout(60)
class WebAclTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: shop
            Body:
              openapi: 3.0.1
              info: {title: Shop, version: "1"}
              paths:
                /items:
                  x-amazon-apigateway-any-method:
                    responses: {"200": {description: ok}}
                    x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: "200"}}}
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties: {RestApiId: !Ref Api}
        Dev:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            DeploymentId: !Ref Deployment
            StageName: dev
            AccessLogSetting:
              DestinationArn: !Sub arn:aws:logs:eu-west-1:123456789012:log-group:lines
              Format: '$context.status $context.wafResponseCode $context.waf.status $context.waf.error $context.error.responseType $context.webaclArn $context.waf.latency $context.requestId'
        Acl:
          Type: AWS::WAFv2::WebACL
          Properties:
            Name: edge
            Scope: REGIONAL
            VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
            DefaultAction: {Allow: {}}
            Rules:
              - Name: slow
                VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
                Priority: 0
                Statement: {RegexMatchStatement: {RegexString: "(.*)(.*)(.*)(.*)(.*)x$", FieldToMatch: {SingleHeader: {Name: x-text}}, TextTransformations: [{Priority: 0, Type: NONE}]}}
                Action: {Count: {}}
              - Name: count
                VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
                Priority: 1
                Statement: {ByteMatchStatement: {FieldToMatch: {Cookies: {MatchPattern: {IncludedCookies: [id]}, MatchScope: VALUE, OversizeHandling: MATCH}}, SearchString: bad, PositionalConstraint: EXACTLY, TextTransformations: [{Priority: 0, Type: NONE}]}}
                Action: {Count: {}}
                RuleLabels: [{Name: bad}]
              - Name: block
                VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
                Priority: 2
                Statement: {LabelMatchStatement: {Scope: LABEL, Key: bad}}
                Action: {Block: {}}
              - Name: own
                VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
                Priority: 3
                Statement: {ByteMatchStatement: {FieldToMatch: {QueryString: {}}, SearchString: own, PositionalConstraint: EXACTLY, TextTransformations: [{Priority: 0, Type: NONE}]}}
                Action: {Block: {CustomResponse: {ResponseCode: 429}}}
              - Name: host
                VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
                Priority: 4
                Statement: {ByteMatchStatement: {FieldToMatch: {SingleHeader: {Name: Host}}, SearchString: "localhost:", PositionalConstraint: STARTS_WITH, TextTransformations: [{Priority: 0, Type: NONE}]}}
                Action: {Block: {CustomResponse: {ResponseCode: 421}}}
        Log:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: !GetAtt Acl.Arn
            LogDestinationConfigs: ["arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-edge"]
            RedactedFields: [{SingleHeader: {Name: cookie}}, {QueryString: {}}]
            LoggingFilter:
              DefaultBehavior: KEEP
              Filters: [{Behavior: DROP, Requirement: MEETS_ALL, Conditions: [{ActionCondition: {Action: ALLOW}}]}]
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: {"Fn::Join": ["", ["arn:", {Ref: "AWS::Partition"}, ":apigateway:", {Ref: "AWS::Region"}, "::/restapis/", {Ref: Api}, "/stages/", {Ref: Dev}]]}
            WebACLArn: !GetAtt Acl.Arn
      """;

  private static final String RULES_WITHOUT_SUPPORT =
      """
      - Name: puzzle
        VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
        Priority: 10
        Statement: {ByteMatchStatement: {FieldToMatch: {Method: {}}, SearchString: PUT, PositionalConstraint: EXACTLY, TextTransformations: [{Priority: 0, Type: NONE}]}}
        Action: {Captcha: {}}
        RuleLabels: [{Name: puzzled}]
      - Name: country
        VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
        Priority: 11
        Statement: {NotStatement: {Statement: {GeoMatchStatement: {CountryCodes: [SE]}}}}
        Action: {Block: {}}
      - Name: puzzled
        VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}
        Priority: 12
        Statement: {LabelMatchStatement: {Scope: LABEL, Key: puzzled}}
        Action: {Block: {CustomResponse: {ResponseCode: 429}}}
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpClient client2 =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  @Test
  void judgesTellsAndFailsClosed(@TempDir Path folder) throws Exception {
    Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Path lines = folder.resolve("lines.log");
    Path judged = folder.resolve("judged.log");
    GenerationRequest request =
        GenerationRequest.of(template, folder.resolve("generated"), "com.example.gateway");
    Map<String, String> settings =
        Map.of(
            "gateway.logs.lines.sink",
            "file",
            "gateway.logs.lines.path",
            lines.toString(),
            "gateway.logs.aws-waf-logs-edge.sink",
            "file",
            "gateway.logs.aws-waf-logs-edge.path",
            judged.toString(),
            "gateway.management.port",
            "0",
            "gateway.account-id",
            "123456789012");
    String metrics;
    try (GeneratedService service =
        GeneratedService.start(request, folder.resolve("classes"), settings)) {
      assertEquals(200, status(client, service, "/dev/items", "X-A", "1"));
      assertEquals(403, status(client, service, "/dev/items", "Cookie", "a=b; id=bad"));
      assertEquals(429, status(client, service, "/dev/items?own", "X-A", "1"));
      assertEquals(500, status(client, service, "/dev/items", "X-Text", "a".repeat(300)));
      assertEquals(403, status(client2, service, "/dev/items", "Cookie", "id=bad"));
      assertEquals(
          421,
          client2
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + service.port() + "/dev/items"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .statusCode());
      metrics =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + service.managementPort() + "/metrics"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    }
    List<String> told =
        Files.readAllLines(lines).stream()
            .map(
                line ->
                    line.replaceAll(
                        "webacl/edge/[0-9a-z]{32} [0-9]+ [0-9a-f-]{36}$", "webacl/edge/ID N"))
            .toList();
    String acl = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/edge/ID N";
    assertEquals(
        List.of(
            "200 WAF_ALLOW 200 - - " + acl,
            "403 WAF_BLOCK 403 Forbidden WAF_FILTERED " + acl,
            "429 WAF_BLOCK 429 - WAF_FILTERED " + acl,
            "500 - 500 Internal server error DEFAULT_5XX " + acl,
            "403 WAF_BLOCK 403 Forbidden WAF_FILTERED " + acl,
            "421 WAF_BLOCK 421 - WAF_FILTERED " + acl),
        told);
    checkLog(Files.readAllLines(judged));
    for (String series :
        List.of(
            "{acl=\"edge\",action=\"allow\",rule=\"Default_Action\"} 1.0",
            "{acl=\"edge\",action=\"block\",rule=\"block\"} 2.0",
            "{acl=\"edge\",action=\"count\",rule=\"count\"} 2.0",
            "{acl=\"edge\",action=\"block\",rule=\"own\"} 1.0")) {
      assertTrue(metrics.contains("waf_requests_total" + series), () -> series + "\n" + metrics);
    }
    assertTrue(metrics.contains("waf_latency_seconds_count{acl=\"edge\"} 5"), metrics);
  }

  @Test
  void withoutWhatIsAllowedToBeMissing(@TempDir Path folder) throws Exception {
    Path template =
        Files.writeString(
            folder.resolve("template.yaml"),
            TEMPLATE.replace("  Log:\n", RULES_WITHOUT_SUPPORT.indent(8) + "  Log:\n"));
    GenerationRequest request =
        new GenerationRequest(
            template,
            folder.resolve("generated"),
            new GenerationOptions(
                "com.example.gateway",
                ReadOptions.DEFAULT,
                Map.of(),
                new Allowances(
                    Map.of(WebAclCodes.GM3950, "no puzzles", WebAclCodes.GM3951, "no countries")),
                FailOn.ERROR,
                false,
                true,
                Map.of(),
                Set.of()),
            HandlerSearch.NOWHERE);
    assertEquals(
        List.of("WARNING GM3950", "WARNING GM3951"),
        Generator.generate(request).diagnostics().stream()
            .filter(d -> d.severity() != Severity.NOTE)
            .map(d -> d.severity() + " " + d.code())
            .toList());
    try (GeneratedService service =
        GeneratedService.startGenerated(request, folder.resolve("classes"), Map.of())) {
      assertEquals(200, status(client, service, "/dev/items", "X-A", "1"), "no country");
      HttpRequest put =
          HttpRequest.newBuilder(service.uri("/dev/items"))
              .PUT(HttpRequest.BodyPublishers.noBody())
              .build();
      assertEquals(
          429,
          client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode(),
          "counted, with its label");
    }
  }

  private static void checkLog(List<String> lines) throws IOException {
    assertEquals(4, lines.size(), "blocked requests only");
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertEquals("block", first.get("terminatingRuleId").asText());
    assertEquals("REGULAR", first.get("terminatingRuleType").asText());
    assertEquals("BLOCK", first.get("action").asText());
    assertEquals("123456789012:Api:dev", first.get("httpSourceId").asText());
    assertEquals("count", first.at("/nonTerminatingMatchingRules/0/ruleId").asText());
    assertEquals("awswaf:123456789012:webacl:edge:bad", first.at("/labels/0/name").asText());
    assertEquals("/dev/items", first.at("/httpRequest/uri").asText());
    assertTrue(first.get("responseCodeSent").isNull());
    assertTrue(lines.get(0).contains("\"REDACTED\""), lines.get(0));
    assertFalse(lines.get(0).contains("id=bad"), lines.get(0));
    JsonNode second = new ObjectMapper().readTree(lines.get(1));
    assertEquals(429, second.get("responseCodeSent").asInt());
    assertEquals("REDACTED", second.at("/httpRequest/args").asText());
  }

  private static int status(
      HttpClient client, GeneratedService service, String path, String header, String value)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(service.uri(path)).header(header, value).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
