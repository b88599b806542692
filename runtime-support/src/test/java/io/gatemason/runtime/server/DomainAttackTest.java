package io.gatemason.runtime.server;

import static io.gatemason.runtime.server.TestCertificates.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.server.TestCertificates.Identity;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an outsider tries to reach a domain that wants certificates of its clients, or a private
 * API: names in other writings, targets that name a host, and headers of proxies.
 */
class DomainAttackTest {
  private static final String CLOSED = "closed.example.com";
  private static final String OPEN = "open.example.com";

  @TempDir static Path folder;

  private static Identity root;
  private static GatewayServer server;

  @BeforeAll
  static void start() throws Exception {
    root = plan("CN=Root").key("RSA-2048").authority().make();
    TestCertificates.replace(folder.resolve("trust.pem"), TestCertificates.pem(root.certificate()));
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listener.tls-port", "0");
    for (String host : List.of(CLOSED, OPEN)) {
      TestCertificates.ofHost(host).write(folder, host);
      String name = "gateway.domains." + host + ".tls.";
      settings.put(name + "certificate", folder + "/" + host + ".crt");
      settings.put(name + "private-key", folder + "/" + host + ".key");
    }
    settings.put("gateway.domains." + CLOSED + ".tls.trust-store", folder + "/trust.pem");
    server =
        TestApi.start(
            settings,
            List.of(
                CustomDomain.of(CLOSED).withMutualTls().mapping("", "secret", "dev"),
                CustomDomain.of(OPEN).mapping("", "open", "dev"),
                CustomDomain.of("*.example.org").withMutualTls().mapping("", "secret", "dev")),
            api("secret"),
            api("open"));
  }

  private static TestApi api(String id) {
    return new TestApi(ApiInfo.builder(id, "dev").executeApiEndpointDisabled().build())
        .method("ANY", "/{proxy+}", DomainAttackTest::tell);
  }

  private static void tell(Exchange exchange) {
    exchange.answer(200).body("text/plain", exchange.api().apiId()).send();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static String over(Socket socket, String head) throws IOException {
    try (socket) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static SSLSocket open(Identity client) throws Exception {
    return new TlsClient(server.tlsPort().orElseThrow()).identity(client).connect(OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: CLOSED.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com.\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com:443\r\n",
        "GET /x HTTP/1.1\r\nHost: Closed.Example.Com.:8443\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com..\r\n",
        "GET /x HTTP/1.1\r\nHost: a.example.org\r\n",
        "GET https://closed.example.com/x HTTP/1.1\r\nHost: open.example.com\r\n",
        "GET https://closed.example.com/x HTTP/1.1\r\nHost: closed.example.com\r\n",
        "GET https://open.example.com@closed.example.com/x HTTP/1.1\r\nHost: open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\nHost: open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: open.example.com\r\nHost: closed.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: open.example.com, closed.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\nX-Forwarded-Host: open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\nX-Forwarded-Proto: https\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\nForwarded: host=open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com\r\nx-apigw-api-id: open\r\n",
        "GET /x HTTP/1.1\r\nHost: x\r\nx-apigw-api-id: secret\r\n",
        "GET /dev/x HTTP/1.1\r\nHost: secret.execute-api.us-east-1.amazonaws.com\r\n",
        "GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: closed.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost:\r\n",
        "GET /x HTTP/1.0\r\n",
        "GET /secret/x HTTP/1.1\r\nHost: closed.example.com\u0000.open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed.example.com/open.example.com\r\n",
        "GET /x HTTP/1.1\r\nHost: closed%2eexample.com\r\n"
      })
  void nobodyReachesTheClosedDomainWithoutItsHandshake(String head) throws Exception {
    Identity stranger = plan("CN=stranger").make();
    Identity friend = plan("CN=friend").by(root).make();
    for (Identity client : new Identity[] {null, stranger, friend}) {
      String answer = over(open(client), head);
      assertFalse(answer.endsWith("secret"), answer);
      assertTrue(answer.matches("(?s)HTTP/1\\.[01] 4\\d\\d .*") || answer.endsWith("open"), answer);
    }
    String clear = over(new Socket("127.0.0.1", server.port()), head);
    assertTrue(clear.matches("(?s)HTTP/1\\.[01] 4\\d\\d .*"), clear);
  }

  @Test
  void anotherWritingOfItsNameIsTheSameDomain() throws Exception {
    Identity friend = plan("CN=friend").by(root).make();
    for (String host : List.of(CLOSED, "CLOSED.Example.com", CLOSED + ".", CLOSED + ":8443")) {
      SSLSocket socket =
          new TlsClient(server.tlsPort().orElseThrow()).identity(friend).connect(CLOSED);
      String answer = over(socket, "GET /x HTTP/1.1\r\nHost: " + host + "\r\n");
      assertTrue(answer.endsWith("secret"), host + " -> " + answer);
    }
  }

  /** A browser sends requests to two hosts over one connection if one certificate names both. */
  @Test
  void connectionsOfHttp2AreJudgedRequestByRequest() throws Exception {
    Identity friend = plan("CN=friend").by(root).make();
    String forbidden = "{\"message\":\"Forbidden\"}";
    try (Http2Calls calls = Http2Calls.open(server.tlsPort().orElseThrow(), OPEN, friend)) {
      assertEquals("open", calls.get(OPEN, "/x"));
      assertEquals(forbidden, calls.get(CLOSED, "/x"));
      assertEquals(forbidden, calls.get("CLOSED.example.com.", "/x"));
      assertEquals("open", calls.get(OPEN, "/x"));
    }
    try (Http2Calls calls = Http2Calls.open(server.tlsPort().orElseThrow(), CLOSED, friend)) {
      assertEquals("secret", calls.get(CLOSED, "/x"));
      assertEquals("open", calls.get(OPEN, "/x"));
    }
    try (Http2Calls calls = Http2Calls.open(server.tlsPort().orElseThrow(), CLOSED, null)) {
      assertEquals(forbidden, calls.get(CLOSED, "/x"));
      assertEquals("open", calls.get(OPEN, "/x"));
    }
  }
}
