package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.generator.GenerationRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients send who want to get past a web ACL, and what the backend gets of a body. */
@Timeout(120)
class WebAclAttackTest {
  private static final String UNSEEN =
      "{SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: m}";

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
              x-amazon-apigateway-binary-media-types: [application/octet-stream]
              paths:
                /{proxy+}:
                  x-amazon-apigateway-any-method:
                    parameters: [{name: proxy, in: path, required: true, schema: {type: string}}]
                    responses: {}
                    x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: "http://127.0.0.1:PORT/{proxy}", requestParameters: {integration.request.path.proxy: method.request.path.proxy}}
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties: {RestApiId: !Ref Api}
        Dev:
          Type: AWS::ApiGateway::Stage
          Properties: {RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: dev}
        Many:
          Type: AWS::WAFv2::IPSet
          Properties: {Scope: REGIONAL, IPAddressVersion: IPV4, Addresses: [MANY]}
        Acl:
          Type: AWS::WAFv2::WebACL
          Properties:
            Name: edge
            Scope: REGIONAL
            VISIBILITY
            DefaultAction: {Allow: {CustomRequestHandling: {InsertHeaders: [{Name: Mark, Value: judged}]}}}
            CustomResponseBodies: {b: {ContentType: TEXT_PLAIN, Content: "blocked\\n"}}
            Rules:
              - {Name: "1-2", Priority: 0, Statement: {ByteMatchStatement: {FieldToMatch: {UriPath: {}}, SearchString: /dev/admin, PositionalConstraint: STARTS_WITH, T}}, Action: {Block: {CustomResponse: {ResponseCode: 401}}}, VISIBILITY}
              - {Name: _, Priority: 1, Statement: {ByteMatchStatement: {FieldToMatch: {Body: {}}, SearchString: evil-body, PositionalConstraint: CONTAINS, T}}, Action: {Block: {CustomResponse: {ResponseCode: 413}}}, VISIBILITY}
              - {Name: "-", Priority: 2, Statement: {ByteMatchStatement: {FieldToMatch: {JsonBody: {MatchPattern: {All: {}}, MatchScope: VALUE, InvalidFallbackBehavior: EVALUATE_AS_STRING}}, SearchString: evil-json, PositionalConstraint: CONTAINS, T}}, Action: {Block: {CustomResponse: {ResponseCode: 415}}}, VISIBILITY}
              - {Name: default, Priority: 3, Statement: {ByteMatchStatement: {FieldToMatch: {Headers: {MatchPattern: {IncludedHeaders: [Host]}, MatchScope: VALUE, OversizeHandling: CONTINUE}}, SearchString: "localhost:", PositionalConstraint: CONTAINS, T}}, Action: {Block: {CustomResponse: {ResponseCode: 421}}}, VISIBILITY}
              - {Name: class, Priority: 4, Statement: {ByteMatchStatement: {FieldToMatch: {Cookies: {MatchPattern: {All: {}}, MatchScope: VALUE, OversizeHandling: MATCH}}, SearchString: evil, PositionalConstraint: EXACTLY, T}}, Action: {Block: {CustomResponse: {ResponseCode: 409}}}, VISIBILITY}
              - {Name: sql, Priority: 5, Statement: {RegexMatchStatement: {FieldToMatch: {QueryString: {}}, RegexString: 'union\\s+select', TextTransformations: [{Priority: 0, Type: URL_DECODE}]}}, Action: {Block: {CustomResponse: {ResponseCode: 411}}}, VISIBILITY}
              - {Name: arg, Priority: 6, Statement: {ByteMatchStatement: {FieldToMatch: {SingleQueryArgument: {Name: Id}}, SearchString: evil, PositionalConstraint: EXACTLY, T}}, Action: {Block: {CustomResponse: {ResponseCode: 412}}}, VISIBILITY}
              - {Name: nothing, Priority: 7, Statement: {ByteMatchStatement: {FieldToMatch: {QueryString: {}}, SearchString: "///", PositionalConstraint: EXACTLY, T}}, Action: {Block: {CustomResponse: {ResponseCode: 204, CustomResponseBodyKey: b}}}, VISIBILITY}
              - {Name: framing, Priority: 8, Statement: {ByteMatchStatement: {FieldToMatch: {QueryString: {}}, SearchString: "$", PositionalConstraint: EXACTLY, T}}, Action: {Block: {CustomResponse: {ResponseCode: 200, CustomResponseBodyKey: b, ResponseHeaders: [{Name: Content-Length, Value: "1"}, {Name: Transfer-Encoding, Value: chunked}, {Name: Server, Value: x}]}}}, VISIBILITY}
              - {Name: method, Priority: 9, Statement: {ByteMatchStatement: {FieldToMatch: {Method: {}}, SearchString: DELETE, PositionalConstraint: EXACTLY, T}}, Action: {Block: {CustomResponse: {ResponseCode: 405}}}, VISIBILITY}
              - {Name: many, Priority: 10, Statement: {IPSetReferenceStatement: {Arn: !GetAtt Many.Arn, IPSetForwardedIPConfig: {HeaderName: X-Forwarded-For, FallbackBehavior: MATCH, Position: ANY}}}, Action: {Block: {CustomResponse: {ResponseCode: 400}}}, VISIBILITY}
              - {Name: order, Priority: 11, Statement: {ByteMatchStatement: {FieldToMatch: {HeaderOrder: {OversizeHandling: CONTINUE}}, SearchString: "host:connection:x-order", PositionalConstraint: STARTS_WITH, T}}, Action: {Block: {CustomResponse: {ResponseCode: 416}}}, VISIBILITY}
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties: {ResourceArn: !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Dev}", WebACLArn: !GetAtt Acl.Arn}
      """;

  @Test
  void nothingGetsPast(@TempDir Path folder) throws Exception {
    HttpServer backend =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext("/", WebAclAttackTest::answer);
    backend.start();
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "203.100." + i / 250 + "." + i % 250 + "/32")
            .collect(Collectors.joining(", "));
    Path template =
        Files.writeString(
            folder.resolve("template.yaml"),
            TEMPLATE
                .replace("PORT", "" + backend.getAddress().getPort())
                .replace("MANY", many)
                .replace(", T}", ", TextTransformations: [{Priority: 0, Type: NONE}]}")
                .replace("VISIBILITY", "VisibilityConfig: " + UNSEEN));
    GenerationRequest request =
        GenerationRequest.of(template, folder.resolve("generated"), "com.example.gateway");
    try (GeneratedService service =
        GeneratedService.start(request, folder.resolve("classes"), Map.of())) {
      int port = service.port();
      heads(port);
      addresses(port);
      bodies(port);
      restOfBlockedBodies(port);
      for (int size : new int[] {1, 16_384, 16_385, 3_000_000}) {
        passesWhole(port, size);
      }
    } finally {
      backend.stop(0);
    }
  }

  private static void heads(int port) {
    assertEquals(401, status(port, "GET /dev/admin HTTP/1.1", ""));
    assertEquals(401, status(port, "GET http://a/dev/admin HTTP/1.1", ""));
    assertEquals(421, status(port, "GET http://localhost:1/dev/x HTTP/1.1", ""));
    assertEquals(401, status(port, "GET /dev/admin HTTP/1.0", ""));
    assertEquals(401, status(port, "HEAD /dev/admin HTTP/1.1", ""));
    assertEquals(
        401,
        status(
            port,
            "OPTIONS /dev/admin HTTP/1.1",
            "Origin: http://x\r\nAccess-Control-Request-Method: GET\r\n"));
    assertEquals(401, status(port, "FOO /dev/admin HTTP/1.1", ""));
    assertEquals(412, status(port, "GET /dev/x?id=a&ID=evil HTTP/1.1", ""));
    assertEquals(411, status(port, "GET /dev/x?q=union%0bselect HTTP/1.1", ""));
    assertEquals(409, status(port, "GET /dev/x HTTP/1.1", "Cookie: a=b\r\ncOOKIE: c=evil\r\n"));
    assertEquals(204, status(port, "GET /dev/x?/// HTTP/1.1", ""));
    assertEquals(200, status(port, "GET /dev/x?$ HTTP/1.1", ""));
    assertEquals(416, status(port, "GET /dev/x HTTP/1.1", "X-Order: 1\r\n"));
    String spoofed = "X-Amzn-Waf-Mark: me\r\nx-amzn-WAF-mark: too\r\n";
    String answer = send(port, head("GET /dev/x HTTP/1.1", spoofed));
    assertEquals(true, answer.contains("mark=[judged]"), answer);
  }

  private static void addresses(int port) {
    for (String header :
        new String[] {
          "1.1.1.1\r\nX-Forwarded-For: 203.100.3.7",
          "",
          "::ffff:203.100.3.7",
          "203.100.3.7:80",
          "1.1.1.1, junk"
        }) {
      String line = "X-Forwarded-For: " + header + "\r\n";
      assertEquals(400, status(port, "GET /dev/x HTTP/1.1", line), line);
    }
    assertEquals(200, status(port, "GET /dev/x HTTP/1.1", "X-Forwarded-For: 1.1.1.1\r\n"));
  }

  private static void bodies(int port) {
    String chunked = "Transfer-Encoding: chunked\r\n\r\n5\r\nevil-\r\n4\r\nbody\r\n0\r\n";
    assertEquals(413, status(port, "POST /dev/x HTTP/1.1", chunked));
    String expecting = "Content-Length: 9\r\nExpect: 100-continue\r\n\r\nevil-body";
    assertEquals(413, status(port, "POST /dev/x HTTP/1.1", expecting));
    String marked = "Content-Length: 20\r\n\r\n\u00ef\u00bb\u00bf{\"a\":\"evil-json\"}";
    assertEquals(415, status(port, "POST /dev/x HTTP/1.1", marked));
    String twice = "Content-Length: 23\r\n\r\n{\"a\":1,\"a\":\"evil-json\"}";
    assertEquals(415, status(port, "POST /dev/x HTTP/1.1", twice));
  }

  /** What is not read of a body is no request of its own. */
  private static void restOfBlockedBodies(int port) {
    String hidden = "GET /dev/hidden HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    String large = "evil-body" + "\r\n".repeat(20_000) + hidden;
    for (String target : new String[] {"/dev/admin", "/dev/x"}) {
      for (String body : new String[] {hidden + "evil-body", large}) {
        String head = "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: ";
        String last = "GET /dev/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        String answer = send(port, head + body.length() + "\r\n\r\n" + body + last);
        long allowed = answer.lines().filter(each -> each.startsWith("HTTP/1.1 200")).count();
        assertEquals(true, answer.startsWith("HTTP/1.1 4") && allowed <= 1, answer);
        assertEquals(false, answer.contains("hidden"), answer);
      }
    }
  }

  private static void passesWhole(int port, int size) {
    StringBuilder body = new StringBuilder();
    IntStream.range(0, size).forEach(i -> body.append((char) (i * 31 % 256)));
    String hash = "hash=" + body.toString().hashCode() + " ";
    String type = "Content-Type: application/octet-stream\r\n";
    String told = type + "Content-Length: " + size + "\r\n\r\n" + body;
    assertEquals(true, send(port, head("POST /dev/x HTTP/1.1", told)).contains(hash), hash);
    String chunk = "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size) + "\r\n";
    String chunked = type + chunk + body + "\r\n0\r\n";
    assertEquals(true, send(port, head("POST /dev/x HTTP/1.1", chunked)).contains(hash), hash);
  }

  /** Says what came. */
  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int hash = new String(body, StandardCharsets.ISO_8859_1).hashCode();
    exchange
        .getResponseHeaders()
        .set(
            "X-Seen",
            "hash="
                + hash
                + " path="
                + exchange.getRequestURI()
                + " mark="
                + exchange.getRequestHeaders().get("x-amzn-waf-mark"));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static int status(int port, String line, String rest) {
    return send(port, head(line, rest))
        .lines()
        .filter(each -> each.startsWith("HTTP/1.") && !each.contains(" 100 "))
        .mapToInt(each -> Integer.parseInt(each.substring(9, 12)))
        .findFirst()
        .orElse(0);
  }

  private static String head(String line, String rest) {
    return line + "\r\nHost: a\r\nConnection: close\r\n" + rest + "\r\n";
  }

  private static String send(int port, String text) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      Thread.ofVirtual().start(() -> write(socket, text));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer may come before the request was read. */
  private static void write(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      assertEquals(true, socket.isConnected(), e::toString);
    }
  }
}
