package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.integration.HttpRequest;
import io.gatemason.runtime.server.TestCertificates.Identity;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {
  @TempDir static Path folder;

  private static HttpsServer backend;
  private static Identity client;
  private static Identity next;

  @BeforeAll
  static void start() throws Exception {
    Identity host = TestCertificates.ofHost("localhost");
    client = TestCertificates.plan("CN=prod").make();
    client.write(folder, "client");
    next = TestCertificates.plan("CN=next").make();
    try (OutputStream out = Files.newOutputStream(folder.resolve("client.p12"))) {
      client.keyStore().store(out, "secret".toCharArray());
    }
    KeyStore trusted = trusting(host);
    try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
      trusted.store(out, "secret".toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(host.keyStore(), "secret".toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusting(client, next));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    backend = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.setHttpsConfigurator(new Wanting(context));
    backend.createContext("/", ClientCertificateTest::tell);
    backend.start();
  }

  private static final class Wanting extends HttpsConfigurator {
    Wanting(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters wanting = getSSLContext().getDefaultSSLParameters();
      wanting.setWantClientAuth(true);
      parameters.setSSLParameters(wanting);
    }
  }

  private static KeyStore trusting(Identity... whom) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (Identity each : whom) {
      String name = each.certificate().getSubjectX500Principal().getName();
      store.setCertificateEntry(name, each.certificate());
    }
    return store;
  }

  private static void tell(HttpExchange exchange) throws IOException {
    String peer;
    try {
      peer = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      peer = "nobody";
    }
    byte[] body = peer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  static void stop() {
    backend.stop(0);
  }

  @Test
  void aStageShowsItsCertificate() throws Exception {
    Map<String, String> settings = settings();
    String prod = "gateway.apis.api.stages.prod.client-certificate.";
    settings.put(prod + "certificate", folder + "/client.crt");
    settings.put(prod + "private-key", folder + "/client.key");
    String stored = "gateway.apis.api.stages.stored.client-certificate.";
    settings.put(stored + "key-store.path", folder + "/client.p12");
    settings.put(stored + "key-store.password", "secret");
    Config config = Config.just(ConfigSources.create(settings));
    HttpEndpoint endpoint = HttpEndpoint.of("https://localhost:" + backend.getAddress().getPort());
    try (Services services = Services.open(config)) {
      GatewayServer server =
          TestApi.start(
              settings,
              api(services, "prod", endpoint),
              api(services, "stored", endpoint),
              api(services, "dev", endpoint));
      try {
        assertEquals("CN=prod", RawClient.get(server.port(), "/prod/x").text());
        assertEquals("CN=prod", RawClient.get(server.port(), "/stored/x").text());
        assertEquals("nobody", RawClient.get(server.port(), "/dev/x").text());
      } finally {
        server.stop();
      }
    }
  }

  @Test
  @Timeout(60)
  void aChangedCertificateIsShownWithoutAFailedCall() throws Exception {
    client.write(folder, "rotated");
    Map<String, String> settings = settings();
    String prod = "gateway.apis.api.stages.prod.client-certificate.";
    settings.put(prod + "certificate", folder + "/rotated.crt");
    settings.put(prod + "private-key", folder + "/rotated.key");
    HttpEndpoint endpoint = HttpEndpoint.of("https://localhost:" + backend.getAddress().getPort());
    try (Services services = Services.open(Config.just(ConfigSources.create(settings)))) {
      GatewayServer server = TestApi.start(settings, api(services, "prod", endpoint));
      try {
        assertEquals("CN=prod", RawClient.get(server.port(), "/prod/x").text());
        TestCertificates.replace(folder.resolve("rotated.crt"), "broken");
        next.write(folder, "rotated");
        String shown;
        do {
          shown = RawClient.get(server.port(), "/prod/x").text();
          assertTrue(shown.equals("CN=prod") || shown.equals("CN=next"), shown);
        } while (!shown.equals("CN=next"));
      } finally {
        server.stop();
      }
    }
  }

  private static TestApi api(Services services, String name, HttpEndpoint endpoint) {
    Stage stage = new Stage(services, ApiInfo.of("api", name));
    var http = stage.http();
    return new TestApi(stage.info())
        .method(
            "GET",
            "/{proxy+}",
            exchange ->
                http.forward(
                    exchange, HttpRequest.passThrough(exchange, "GET").to(endpoint, "/x")));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.backend.tls.trust-store.path", folder + "/trusted.p12");
    settings.put("gateway.backend.tls.trust-store.password", "secret");
    return settings;
  }

  @Test
  void filesThatCannotBeUsedPreventTheStart() {
    String prod = "gateway.apis.api.stages.prod.client-certificate.";
    assertRefused("needs private-key", Map.of(prod + "certificate", folder + "/client.crt"));
    assertRefused(
        "cannot read",
        Map.of(prod + "certificate", folder + "/gone", prod + "private-key", folder + "/gone"));
  }

  private static void assertRefused(String reason, Map<String, String> files) {
    Map<String, String> settings = settings();
    settings.putAll(files);
    try (Services services = Services.open(Config.just(ConfigSources.create(settings)))) {
      Stage stage = new Stage(services, ApiInfo.of("api", "prod"));
      IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, stage::http);
      assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
  }
}
