package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Managed groups of rules before a stage each. A group only counts; then the label that it has
 * added decides, whose name is the reason of the answer.
 */
class ManagedGroupsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Shop, version: "1"}
      paths:
        /{proxy+}:
          x-amazon-apigateway-any-method:
            parameters: [{name: proxy, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200"}}
      """;

  private static final Map<String, String> GROUPS =
      Map.of(
          "core-rule-set", "Common",
          "admin-protection", "AdminProtection",
          "known-bad-inputs", "KnownBadInputs",
          "sql-database", "SQLi",
          "linux-os", "Linux",
          "posix-os", "Unix",
          "windows-os", "Windows",
          "php-app", "PHP",
          "wordpress-app", "WordPress");

  @TempDir private static Path folder;
  private static GeneratedService service;

  /** Group, label and request: a target and headers, or a method, target and body. */
  static Stream<List<String>> attacks() throws IOException {
    return lines("managed-attacks.txt");
  }

  static Stream<List<String>> harmless() throws IOException {
    return lines("managed-harmless.txt");
  }

  private static Stream<List<String>> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/waf", file)).stream()
        .filter(line -> !line.isBlank())
        .map(line -> List.of(line.split(" \\| ", -1)));
  }

  @BeforeAll
  static void start() throws Exception {
    StringBuilder template = new StringBuilder("Resources:\n");
    template.append(
        "  Shop: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: ./shop.yaml}}\n");
    for (Map.Entry<String, String> group : GROUPS.entrySet()) {
      template.append(
          guarded(
              group.getKey(), "AWSManagedRules" + group.getValue() + "RuleSet", "{Count: {}}", ""));
    }
    template.append(
        guarded(
            "overridden",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "{None: {}}",
            """
                  RuleActionOverrides:
                    - {Name: Log4JRCE_QUERYSTRING, ActionToUse: {Count: {}}}
                    - {Name: ExploitablePaths_URIPATH, ActionToUse: {Block: {CustomResponse: {ResponseCode: 404}}}}
                  ExcludedRules: [{Name: Host_localhost_HEADER}]
                  ScopeDownStatement:
                    NotStatement:
                      Statement:
                        ByteMatchStatement:
                          SearchString: trusted
                          PositionalConstraint: EXACTLY
                          FieldToMatch: {SingleHeader: {Name: x-client}}
                          TextTransformations: [{Priority: 0, Type: NONE}]
            """));
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("shop.yaml"), DOCUMENT);
    Files.writeString(sources.resolve("template.yaml"), template);
    service =
        GeneratedService.start(
            GenerationRequest.of(sources, folder.resolve("generated"), "com.example.gateway"),
            folder.resolve("classes"),
            Map.of());
  }

  /** A stage, its web ACL, and rules that answer 418 for the labels of the group. */
  private static String guarded(String stage, String group, String override, String more) {
    String id = stage.replace("-", "");
    StringBuilder rules = new StringBuilder();
    labels(stage)
        .forEach(
            label ->
                rules.append(
                    """
                            - Name: %1$s
                              Priority: %2$d
                              Action: {Block: {CustomResponse: {ResponseCode: 409, ResponseHeaders: [{Name: label, Value: %1$s}]}}}
                              Statement: {LabelMatchStatement: {Scope: LABEL, Key: "awswaf:managed:aws:%3$s:%1$s"}}
                              VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: x}
                    """
                        .formatted(label, 1 + rules.length(), stage)));
    return """
      Stage%1$s: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Shop, StageName: %1$s}}
      Guard%1$s:
        Type: AWS::WAFv2::WebACLAssociation
        Properties:
          ResourceArn: !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/${Shop}/stages/%1$s"
          WebACLArn: !GetAtt Acl%1$s.Arn
      Acl%1$s:
        Type: AWS::WAFv2::WebACL
        Properties:
          Name: %1$s
          Scope: REGIONAL
          DefaultAction: {Allow: {}}
          VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: x}
          Rules:
            - Name: managed
              Priority: 0
              OverrideAction: %3$s
              VisibilityConfig: {SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: x}
              Statement:
                ManagedRuleGroupStatement:
                  VendorName: AWS
                  Name: %2$s
    """
            .formatted(id, group, override)
            .indent(0)
        + more.indent(8)
        + rules;
  }

  private static List<String> labels(String group) {
    try (Stream<List<String>> attacks = attacks()) {
      return attacks
          .filter(attack -> attack.get(0).equals(group))
          .map(attack -> attack.get(1))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void findsAttacks(List<String> attack) throws Exception {
    String answer = answer(attack.get(0), attack.subList(2, attack.size()));
    assertEquals(attack.get(1), label(answer), answer);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void letsHarmlessRequestsPass(List<String> request) throws Exception {
    for (String group : GROUPS.keySet()) {
      String answer = answer(group, request);
      assertEquals("200", answer.substring(9, 12), () -> group + ": " + label(answer));
    }
  }

  @Test
  void rulesBlockUnlessOverriddenAndRequestsLeftOut() throws Exception {
    assertEquals("200", status("GET /x?a=%24%7Bjndi:ldap://x%7D", "Host: localhost"));
    assertEquals("403", status("GET /x", "Host: a.example", "X-A: ${jndi:ldap://x}"));
    assertEquals("404", status("GET /web-inf/x", "Host: a.example"));
    assertEquals("200", status("GET /web-inf/x", "Host: a.example", "x-client: trusted"));
  }

  private static String status(String... request) throws Exception {
    return answer("overridden", List.of(request)).substring(9, 12);
  }

  private static String label(String answer) {
    return answer
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("label: "))
        .map(line -> line.substring("label: ".length()))
        .findFirst()
        .orElse("");
  }

  /** Headers, and a body behind {@code "body: "}; a user agent and a host unless they say so. */
  private static String answer(String stage, List<String> request) throws Exception {
    String body = "";
    String[] line = request.get(0).split(" ", 2);
    StringBuilder text = new StringBuilder();
    text.append(line[0]).append(" /").append(stage.replace("-", ""));
    text.append(line[1].replace("long:", "x".repeat(3000))).append(" HTTP/1.1\r\n");
    boolean host = false;
    boolean agent = false;
    for (String header : request.subList(1, request.size())) {
      if (header.startsWith("body: ")) {
        body = header.substring(6).replace("long:", "x".repeat(9000));
      } else {
        host |= header.startsWith("Host:");
        agent |= header.startsWith("User-Agent:") || header.startsWith("no-agent");
        text.append(header.startsWith("no-agent") ? "" : header + "\r\n");
      }
    }
    text.append(host ? "" : "Host: shop.example\r\n");
    text.append(agent ? "" : "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n");
    text.append(body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n");
    text.append("Connection: close\r\n\r\n").append(body);
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
