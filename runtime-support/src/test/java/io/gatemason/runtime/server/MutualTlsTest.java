package io.gatemason.runtime.server;

import static io.gatemason.runtime.server.TestCertificates.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.server.TestCertificates.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsTest {
  private static final String HOST = "m.example.com";
  private static final Instant NOW = Instant.now();

  @TempDir static Path folder;

  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();
  private static Identity root;
  private static Identity intermediate;
  private static GatewayServer server;

  @BeforeAll
  static void start() throws Exception {
    root = plan("CN=Root").key("RSA-2048").authority().make();
    intermediate = plan("CN=Intermediate").by(root).authority().make();
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listener.tls-port", "0");
    for (String host : List.of(HOST, "open.example.com", "without.example.com")) {
      TestCertificates.ofHost(host).write(folder, host);
      String name = "gateway.domains." + host + ".tls.";
      settings.put(name + "certificate", folder + "/" + host + ".crt");
      settings.put(name + "private-key", folder + "/" + host + ".key");
    }
    TestCertificates.replace(
        folder.resolve("trust.pem"),
        TestCertificates.pem(root.certificate(), intermediate.certificate()));
    settings.put("gateway.domains." + HOST + ".tls.trust-store", folder + "/trust.pem");
    server =
        TestApi.start(
            settings,
            List.of(
                CustomDomain.of(HOST).withMutualTls().mapping("", "api", "dev"),
                CustomDomain.of("open.example.com").mapping("", "api", "dev"),
                CustomDomain.of("without.example.com").withMutualTls().mapping("", "api", "dev"),
                CustomDomain.of("clear.example.com").withMutualTls().mapping("", "api", "dev")),
            new TestApi(ApiInfo.of("api", "dev"))
                .method("ANY", "/{proxy+}", MutualTlsTest::tell)
                .observer(new Lines()));
  }

  private static final class Lines implements Observer {
    @Override
    public void ends(Exchange exchange) {
      LINES.add(
          exchange.status()
              + " "
              + exchange.context().text(ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN, "-"));
    }
  }

  private static void tell(Exchange exchange) {
    StringBuilder text = new StringBuilder();
    for (ContextVariable variable :
        List.of(
            ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN,
            ContextVariable.IDENTITY_CLIENT_CERT_ISSUER_DN,
            ContextVariable.IDENTITY_CLIENT_CERT_SERIAL_NUMBER,
            ContextVariable.IDENTITY_CLIENT_CERT_VALIDITY_NOT_BEFORE,
            ContextVariable.IDENTITY_CLIENT_CERT_CLIENT_CERT_PEM)) {
      text.append(exchange.context().text(variable, "-")).append('|');
    }
    text.append(exchange.header("x-helidon-cn"));
    exchange.answer(200).body("text/plain", text.toString()).send();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static TlsClient.Reply get(Identity client) throws Exception {
    LINES.clear();
    return new TlsClient(server.tlsPort().orElseThrow()).identity(client).get(HOST, "/x");
  }

  @TestFactory
  Stream<DynamicTest> admitsClientsOfTheAuthorities() throws Exception {
    Identity third = plan("CN=Third").by(intermediate).authority().make();
    Map<String, Identity> clients = new LinkedHashMap<>();
    clients.put("of the intermediate", plan("CN=client").by(intermediate).make());
    clients.put("of the root", plan("CN=client").by(root).make());
    clients.put("RSA", plan("CN=client").by(intermediate).key("RSA-2048").make());
    clients.put("P-384", plan("CN=client").by(root).key("P-384").make());
    clients.put("SHA-512", plan("CN=client").by(root).signature("SHA512withRSA").make());
    clients.put("PSS", plan("CN=client").by(root).signature("SHA256withRSAandMGF1").make());
    clients.put("four certificates", plan("CN=client").by(third).make());
    Identity whole = plan("CN=client").by(intermediate).make();
    clients.put("alone", new Identity(whole.keys(), List.of(whole.certificate())));
    return clients.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      TlsClient.Reply reply = get(each.getValue());
                      assertEquals(200, reply.status(), reply.body());
                      assertTrue(reply.body().startsWith("CN=client|"), reply.body());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> refusesAllOthersWithAnAnswer() throws Exception {
    Identity third = plan("CN=Third").by(intermediate).authority().make();
    Identity fourth = plan("CN=Fourth").by(third).authority().make();
    Identity impostor = plan("CN=Root").key("RSA-2048").authority().make();
    Identity noAuthority = plan("CN=client").by(root).make();
    Map<String, Identity> clients = new LinkedHashMap<>();
    clients.put("signed by itself", plan("CN=client").make());
    clients.put("another authority of the same name", plan("CN=client").by(impostor).make());
    clients.put(
        "name of another issuer", plan("CN=client").by(root).issuerName("CN=Somebody").make());
    clients.put(
        "expired",
        plan("CN=client")
            .by(root)
            .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)))
            .make());
    clients.put(
        "not valid yet",
        plan("CN=client")
            .by(root)
            .valid(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)))
            .make());
    clients.put("issuer that is no authority", plan("CN=client").by(noAuthority).make());
    clients.put("five certificates", plan("CN=client").by(fourth).make());
    clients.put("weak RSA key", plan("CN=client").by(root).key("RSA-1024").make());
    clients.put("another curve", plan("CN=client").by(root).key("P-521").make());
    clients.put("SHA-1", plan("CN=client").by(root).signature("SHA1withRSA").make());
    clients.put("SHA-224", plan("CN=client").by(root).signature("SHA224withRSA").make());
    return clients.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      TlsClient.Reply reply = get(each.getValue());
                      assertEquals("{\"message\":\"Forbidden\"}", reply.body());
                      assertEquals(403, reply.status());
                      assertEquals("403 CN=client", LINES.poll(10, TimeUnit.SECONDS));
                    }));
  }

  @Test
  void tellsTheApiOfTheCertificate() throws Exception {
    Identity client =
        plan("CN=client, O=Example, C=DE")
            .by(intermediate)
            .valid(Instant.parse("2019-05-08T12:30:02Z"), NOW.plus(Duration.ofDays(1)))
            .make();
    String[] told = get(client).body().split("\\|");
    assertEquals("CN=client,O=Example,C=DE", told[0]);
    assertEquals("CN=Intermediate", told[1]);
    assertTrue(told[2].matches("00:a1:[0-9a-f]{2}|00:a2:[0-9a-f]{2}"), told[2]);
    assertEquals("May  8 12:30:02 2019 GMT", told[3]);
    assertTrue(told[4].startsWith("-----BEGIN CERTIFICATE-----\nMII"), told[4]);
    assertTrue(told[4].endsWith("\n-----END CERTIFICATE-----\n"), told[4]);
  }

  @Test
  void refusesClientsWithoutCertificateAndLogsThat() throws Exception {
    assertEquals(403, get(null).status());
    assertEquals("403 -", LINES.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void otherHostsAskForNothing() throws Exception {
    int port = server.tlsPort().orElseThrow();
    assertEquals(200, new TlsClient(port).get("open.example.com", "/x").status());
    try (SSLSocket socket = new TlsClient(port).connect("open.example.com")) {
      assertEquals(null, socket.getSession().getLocalCertificates());
    }
  }

  @Test
  void aConnectionOfAnotherHostIsNoWayIn() throws Exception {
    int port = server.tlsPort().orElseThrow();
    assertEquals(403, new TlsClient(port).get("open.example.com", HOST, "/x").status());
    Identity client = plan("CN=client").by(root).make();
    assertEquals(
        403, new TlsClient(port).identity(client).get("open.example.com", HOST, "/x").status());
  }

  @Test
  void withoutTlsOrTrustStoreNobodyComesIn() throws Exception {
    Identity client = plan("CN=client").by(root).make();
    int port = server.tlsPort().orElseThrow();
    assertEquals(
        403, new TlsClient(port).identity(client).get("without.example.com", "/").status());
    for (String host : List.of(HOST, "without.example.com", "clear.example.com")) {
      assertEquals(403, clear(host).status());
    }
  }

  private static RawClient.Reply clear(String host) throws IOException {
    return RawClient.get(server.port(), "/x", "Host: " + host, "X-Forwarded-Proto: https");
  }

  @Test
  void aTrustStoreThatCannotBeUsedPreventsTheStart() throws Exception {
    Map<String, String> settings = new HashMap<>();
    TestCertificates.ofHost(HOST).write(folder, "again");
    settings.put("gateway.domains.m.example.com.tls.certificate", folder + "/again.crt");
    settings.put("gateway.domains.m.example.com.tls.private-key", folder + "/again.key");
    settings.put("gateway.domains.m.example.com.tls.trust-store", folder + "/bad.pem");
    Identity same = plan("CN=Root").key("RSA-2048").authority().make();
    Map<String, String> bundles = new LinkedHashMap<>();
    bundles.put("no root certificate", TestCertificates.pem(intermediate.certificate()));
    bundles.put("no root certificate ", "nothing");
    bundles.put("subject and issuer", TestCertificates.pem(root.certificate(), same.certificate()));
    bundles.put(
        "more than 1000", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n".repeat(1_001));
    bundles.put("longer than", " ".repeat(1_048_577));
    for (Map.Entry<String, String> bundle : bundles.entrySet()) {
      TestCertificates.replace(folder.resolve("bad.pem"), bundle.getValue());
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> TestApi.start(settings, new TestApi(ApiInfo.of("api", "dev"))));
      assertTrue(refused.getMessage().contains(bundle.getKey().strip()), refused.getMessage());
    }
  }

  @Test
  void weakEntriesOfATrustStoreAreNotUsed() throws Exception {
    Identity weak = plan("CN=Weak").key("RSA-1024").authority().make();
    Map<String, String> settings = new HashMap<>();
    TestCertificates.ofHost(HOST).write(folder, "weak");
    settings.put("gateway.listener.tls-port", "0");
    settings.put("gateway.domains.m.example.com.tls.certificate", folder + "/weak.crt");
    settings.put("gateway.domains.m.example.com.tls.private-key", folder + "/weak.key");
    settings.put("gateway.domains.m.example.com.tls.trust-store", folder + "/weak.pem");
    TestCertificates.replace(
        folder.resolve("weak.pem"),
        TestCertificates.pem(root.certificate(), weak.certificate())
            + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    GatewayServer other =
        TestApi.start(
            settings,
            List.of(CustomDomain.of(HOST).mapping("", "api", "dev")),
            new TestApi(ApiInfo.of("api", "dev")).method("ANY", "/{proxy+}", MutualTlsTest::tell));
    try {
      int port = other.tlsPort().orElseThrow();
      Identity bad = plan("CN=client").by(weak).make();
      assertEquals(403, new TlsClient(port).identity(bad).get(HOST, "/x").status());
      Identity good = plan("CN=client").by(root).make();
      assertEquals(200, new TlsClient(port).identity(good).get(HOST, "/x").status());
    } finally {
      other.stop();
    }
  }

  /** What is known of a certificate is no field of the request, over neither protocol. */
  @Test
  void addsNoFieldToRequests() throws Exception {
    Identity client = plan("CN=client").by(root).make();
    String one = get(client).body();
    assertTrue(one.startsWith("CN=client|") && one.endsWith("|[]"), one);
    try (Http2Calls calls = Http2Calls.open(server.tlsPort().orElseThrow(), HOST, client)) {
      assertEquals(one, calls.get(HOST, "/x"));
    }
  }
}
