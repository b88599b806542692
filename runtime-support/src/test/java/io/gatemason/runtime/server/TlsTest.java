package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.stage.ApiEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  @TempDir static Path folder;

  private static GatewayServer server;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listener.tls-port", "0");
    settings.put("gateway.trusted-proxies", "127.0.0.2");
    for (String host : List.of("a.example.com", "new.example.com", "swap.example.com")) {
      certificate(settings, host, host.replace(".example.com", ""));
    }
    certificate(settings, "*.example.org", "wild");
    certificate(settings, "api.execute-api.local", "endpoint");
    TestCertificates.ofHost("localhost").write(folder, "localhost");
    settings.put("gateway.domains.localhost.tls.certificate", folder + "/localhost.crt");
    settings.put("gateway.domains.localhost.tls.private-key", folder + "/localhost.key");
    keyStore(settings);
    server =
        TestApi.start(
            settings,
            List.of(
                CustomDomain.of("a.example.com").mapping("", "api", "dev"),
                CustomDomain.of("swap.example.com").mapping("", "api", "dev"),
                CustomDomain.of("stored.example.com").mapping("", "api", "dev").strictAccess(),
                CustomDomain.of("plain.example.com").mapping("", "api", "dev"),
                CustomDomain.of("*.example.org").mapping("", "api", "dev"),
                CustomDomain.of("localhost").mapping("", "api", "dev"),
                CustomDomain.of("new.example.com")
                    .securityPolicy("SecurityPolicy_TLS13_1_3_2025_09")
                    .mapping("", "api", "dev")),
            new TestApi(
                    ApiInfo.builder("api", "dev")
                        .endpoint(
                            ApiEndpoint.PUBLIC
                                .strictAccess()
                                .securityPolicy("SecurityPolicy_TLS13_1_3_2025_09"))
                        .build())
                .method("ANY", "/{proxy+}", TlsTest::tell));
    port = server.tlsPort().orElseThrow();
  }

  private static void certificate(Map<String, String> settings, String host, String name)
      throws Exception {
    TestCertificates.ofHost(host).write(folder, name);
    settings.put("gateway.domains." + host + ".tls.certificate", folder + "/" + name + ".crt");
    settings.put("gateway.domains." + host + ".tls.private-key", folder + "/" + name + ".key");
  }

  private static void keyStore(Map<String, String> settings) throws Exception {
    Path file = folder.resolve("stored.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      TestCertificates.plan("CN=stored.example.com")
          .key("RSA-2048")
          .make()
          .keyStore()
          .store(out, "secret".toCharArray());
    }
    settings.put("gateway.domains.stored.example.com.tls.key-store.path", file.toString());
    settings.put("gateway.domains.stored.example.com.tls.key-store.password", "secret");
  }

  private static void tell(Exchange exchange) {
    String text =
        exchange.context().text(ContextVariable.DOMAIN_NAME)
            + " "
            + exchange.context().text(ContextVariable.TLS_VERSION)
            + " "
            + exchange.context().text(ContextVariable.PROTOCOL)
            + " "
            + exchange.origin().protocol();
    String suite = exchange.context().text(ContextVariable.CIPHER_SUITE, "none");
    assertEquals(exchange.head().secure(), suite.startsWith("TLS_"), suite);
    exchange.answer(200).body("text/plain", text).send();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.com, CN=a.example.com",
    "A.Example.com, CN=a.example.com",
    "b.example.org, CN=*.example.org",
    "stored.example.com, CN=stored.example.com",
  })
  void servesEachHostWithItsCertificate(String host, String subject) throws Exception {
    TlsClient.Reply reply = new TlsClient(port).get(host, "/x");
    assertEquals(subject, reply.server().getSubjectX500Principal().getName());
    assertEquals(200, reply.status());
    assertTrue(reply.body().endsWith("TLSv1.3 HTTP/1.1 https"), reply.body());
  }

  @Test
  void aClientThatNamesNoHostGetsTheFirstCertificate() throws Exception {
    TlsClient.Reply reply = new TlsClient(port).get(null, "a.example.com", "/x");
    assertEquals("CN=*.example.org", reply.server().getSubjectX500Principal().getName());
    assertEquals(200, reply.status());
  }

  @Test
  void strictAccessWantsTheHostOfTheHandshake() throws Exception {
    assertEquals(200, new TlsClient(port).get("stored.example.com", "/x").status());
    assertEquals(
        403, new TlsClient(port).get("a.example.com", "stored.example.com", "/x").status());
    assertEquals(
        200, new TlsClient(port).get("stored.example.com", "a.example.com", "/x").status());
  }

  @Test
  void theDefaultEndpointHasAPolicyAndAnAccessModeOfItsOwn() throws Exception {
    String endpoint = "api.execute-api.local";
    assertEquals(200, new TlsClient(port).get(endpoint, "/dev/x").status());
    assertEquals(403, new TlsClient(port).get("a.example.com", endpoint, "/dev/x").status());
    TlsClient old = new TlsClient(port).versions("TLSv1.2");
    assertThrows(SSLException.class, () -> old.get(endpoint, "/dev/x"));
  }

  @Test
  void policiesBoundVersionsByHost() throws Exception {
    TlsClient old = new TlsClient(port).versions("TLSv1.2");
    assertEquals("TLSv1.2", old.get("a.example.com", "/x").version());
    assertEquals("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", old.get("a.example.com", "/x").suite());
    assertThrows(SSLException.class, () -> old.get("new.example.com", "/x"));
    assertEquals("TLSv1.3", new TlsClient(port).get("new.example.com", "/x").version());
    TlsClient chacha =
        new TlsClient(port)
            .versions("TLSv1.2")
            .suites("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
    assertThrows(SSLException.class, () -> chacha.get("a.example.com", "/x"));
  }

  @Test
  void aHostWithACertificateIsNotServedInClear() throws IOException {
    assertEquals(403, plain("/x", "Host: a.example.com").status());
    assertEquals(403, plain("/x", "Host: a.example.com", "X-Forwarded-Proto: https").status());
    assertEquals(200, plain("/x", "Host: plain.example.com").status());
  }

  private static RawClient.Reply plain(String path, String... headers) throws IOException {
    return RawClient.get(server.port(), path, headers);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_2, TLSv1.3", "HTTP_2, TLSv1.2", "HTTP_1_1, TLSv1.3", "HTTP_1_1, TLSv1.2"})
  void servesTheClientOfTheJdk(HttpClient.Version version, String protocol) throws Exception {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(version)
            .sslContext(trusting("localhost"))
            .sslParameters(parameters)
            .build()) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/x")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        assertEquals(version, response.version());
        assertTrue(response.body().contains(protocol), response.body());
      }
    }
  }

  private static javax.net.ssl.SSLContext trusting(String name) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (var in = Files.newInputStream(folder.resolve(name + ".crt"))) {
      trusted.setCertificateEntry(
          "it", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    var context = javax.net.ssl.SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @ParameterizedTest
  @CsvSource({
    "--tlsv1.3 --http2, TLSv1.3 HTTP/2.0",
    "--tlsv1.2 --tls-max 1.2 --http1.1, TLSv1.2 HTTP/1.1"
  })
  void servesCurl(String options, String expected) throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/curl")), "skipped: no curl here");
    List<String> command = new ArrayList<>(List.of("/usr/bin/curl", "-sS"));
    command.addAll(List.of(options.split(" ")));
    command.addAll(
        List.of(
            "--resolve",
            "a.example.com:" + port + ":127.0.0.1",
            "--cacert",
            folder + "/a.crt",
            "https://a.example.com:" + port + "/x"));
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(curl.waitFor(10, TimeUnit.SECONDS));
    assertTrue(output.contains(expected), output);
  }

  @Test
  void cutsHandshakesThatTakeTooLong() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listener.tls-port", "0");
    settings.put("gateway.listener.handshake-timeout", "PT0.5S");
    certificate(settings, "slow.example.com", "slow");
    GatewayServer hurried = TestApi.start(settings, new TestApi(ApiInfo.of("api", "dev")));
    try {
      assertCutsHandshakes(hurried.tlsPort().orElseThrow());
    } finally {
      hurried.stop();
    }
  }

  private static void assertCutsHandshakes(int at) throws Exception {
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), at);
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), at);
        Socket stopped = new Socket(InetAddress.getLoopbackAddress(), at)) {
      slow.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
      stopped.getOutputStream().write(hello());
      for (Socket each : List.of(silent, slow)) {
        each.setSoTimeout(10_000);
        assertTrue(isOver(each));
      }
      stopped.setSoTimeout(10_000);
      stopped.getInputStream().skipNBytes(5);
      assertTrue(isOver(stopped));
    }
  }

  private static boolean isOver(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes().length >= 0;
    } catch (java.net.SocketException e) {
      return true;
    }
  }

  /** The first message of a real client, which never says more. */
  private static byte[] hello() throws Exception {
    try (var listener = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread client =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      new TlsClient(listener.getLocalPort()).connect("a.example.com").close();
                    } catch (Exception e) {
                      // Nobody answers it.
                      Thread.currentThread().interrupt();
                    }
                  });
      try (Socket taken = listener.accept()) {
        byte[] header = taken.getInputStream().readNBytes(5);
        byte[] rest = taken.getInputStream().readNBytes((header[3] & 0xff) << 8 | header[4] & 0xff);
        byte[] all = java.util.Arrays.copyOf(header, 5 + rest.length);
        System.arraycopy(rest, 0, all, 5, rest.length);
        return all;
      } finally {
        client.interrupt();
      }
    }
  }

  @Test
  void closesConnectionsThatDoNotBeginWithTls() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertTrue(isOver(socket));
    }
  }

  @Test
  void changedFilesTakeOverWithoutAFailedRequest() throws Exception {
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(Thread.ofVirtual().start(() -> ask(done, failures)));
    }
    Files.writeString(folder.resolve("swap.crt"), "broken");
    Thread.sleep(1_300);
    TestCertificates.Identity changed =
        TestCertificates.plan("CN=swap.example.com, O=changed").key("RSA-2048").make();
    changed.write(folder, "swap");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String subject = "";
    while (!subject.contains("changed") && System.nanoTime() < end) {
      subject =
          new TlsClient(port)
              .get("swap.example.com", "/x")
              .server()
              .getSubjectX500Principal()
              .getName();
    }
    done.set(true);
    for (Thread client : clients) {
      client.join();
    }
    assertTrue(subject.contains("changed"), subject);
    assertEquals(List.of(), List.copyOf(failures));
  }

  private static void ask(AtomicBoolean done, ConcurrentLinkedQueue<String> failures) {
    while (!done.get()) {
      try {
        int status = new TlsClient(port).get("swap.example.com", "/x").status();
        if (status != 200) {
          failures.add("status " + status);
        }
      } catch (Exception e) {
        failures.add(e.toString());
      }
    }
  }
}
