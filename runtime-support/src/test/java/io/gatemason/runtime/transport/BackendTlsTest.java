package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates of backends are accepted. Keys and certificates are made by keytool. */
@Timeout(60)
final class BackendTlsTest {
  private static final String SAN = "SAN=dns:localhost,ip:127.0.0.1";
  private static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String CA = "BasicConstraints:critical=ca:true";
  private static final String SIGNS = "KeyUsage:critical=keyCertSign";

  @TempDir static Path keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    selfSigned("ca", "CN=Private CA", "-ext", CA, "-ext", SIGNS);
    signed("good", "CN=good", "-ext", SAN);
    signed("elsewhere", "CN=elsewhere", "-ext", "SAN=dns:elsewhere.example.com");
    signed("expired", "CN=expired", "-startdate", "-10d", "-validity", "5", "-ext", SAN);
    selfSigned("own-ca", "CN=localhost", "-ext", CA, "-ext", SIGNS, "-ext", SAN);
    selfSigned("own-leaf", "CN=localhost", "-ext", SAN);
    selfSigned("own-no-sign", "CN=x", "-ext", CA, "-ext", "KeyUsage=cRLSign", "-ext", SAN);
    keytool("-exportcert", "-alias", "ca", "-keystore", store("ca"), "-file", file("ca.cer"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "ca",
        "-keystore",
        store("trusted"),
        "-file",
        file("ca.cer"));
  }

  @Test
  void checksTheIssuer() {
    assertEquals("200 hi", call("good", false, true));
    assertEquals("UNREACHABLE", call("good", false, false));
    assertEquals("UNREACHABLE", call("own-ca", false, true));
  }

  @Test
  void checksHostNameAndDatesOfTrustedIssuers() {
    assertEquals("UNREACHABLE", call("elsewhere", false, true));
    assertEquals("UNREACHABLE", call("expired", false, true));
  }

  @Test
  void acceptsAnyIssuerOnDemand() {
    assertEquals("200 hi", call("good", true, false));
    assertEquals("200 hi", call("own-ca", true, false));
  }

  @Test
  void checksTheRestWhateverTheIssuer() {
    assertEquals("UNREACHABLE", call("elsewhere", true, false));
    assertEquals("UNREACHABLE", call("expired", true, false));
    assertEquals("UNREACHABLE", call("own-leaf", true, false));
    assertEquals("UNREACHABLE", call("own-no-sign", true, false));
  }

  @Test
  void speaksTls12ButNothingOlder() {
    assertEquals("200 hi", call("good", false, true, "TLSv1.2"));
    assertEquals("200 hi", call("good", false, true, "TLSv1.3"));
    assertEquals("UNREACHABLE", call("good", false, true, "TLSv1.1"));
  }

  @Test
  void namesTheEndpointToTheTargetOfAVpcLink() {
    try (ScriptedBackend backend = backend("elsewhere", "TLSv1.3");
        BackendClientFixture gateway = gateway(true)) {
      BackendAddress address =
          new BackendAddress(true, "127.0.0.1", backend.port(), "elsewhere.example.com", false);
      assertEquals("200 hi", gateway.send(address, "GET", "/", null, 10_000));
    }
  }

  @Test
  void aPlainBackendIsUnreachableOverTls() {
    try (ScriptedBackend backend =
            new ScriptedBackend(connection -> connection.send("HTTP/1.1 400 Bad\r\n\r\n"));
        BackendClientFixture gateway = gateway(true)) {
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", false);
      assertEquals("UNREACHABLE", gateway.send(address, "GET", "/", null, 10_000));
    }
  }

  @Test
  void aBackendThatDoesNotShakeHandsTimesOut() {
    try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
        BackendClientFixture gateway = gateway(true)) {
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", false);
      assertEquals("TIMEOUT", gateway.send(address, "GET", "/", null, 200));
    }
  }

  /** It may lie in the system's buffer, where only its raw bytes are seen. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void neverTakesWhatNobodyAskedForAsTheNextAnswer(String protocol) throws Exception {
    Semaphore sent = new Semaphore(0);
    try (ScriptedBackend backend =
            backend(
                "good",
                protocol,
                connection -> {
                  connection.readRequest();
                  connection.send(HI);
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
                  sent.release();
                  connection.holdOpen();
                });
        BackendClientFixture gateway = gateway(true)) {
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", false);
      for (int i = 1; i <= 3; i++) {
        assertEquals("200 hi", gateway.send(address, "POST", "/", null, 10_000));
        sent.acquire();
        assertEquals(i, backend.connections());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void usesAConnectionAgainAtOnceAndAfterAProbe(String protocol) throws Exception {
    try (ScriptedBackend backend =
            backend(
                "good",
                protocol,
                connection -> {
                  while (!connection.readRequest().isEmpty()) {
                    connection.send(HI);
                  }
                });
        BackendClientFixture gateway = gateway(true)) {
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", false);
      for (int i = 0; i < 6; i++) {
        assertEquals("200 hi", gateway.send(address, "POST", "/", null, 10_000));
        assertFalse(new CountDownLatch(1).await(i / 3 * 250, TimeUnit.MILLISECONDS));
      }
      assertEquals(1, backend.connections());
    }
  }

  @Test
  void aRefusalEndsTheUpload() {
    CountDownLatch refused = new CountDownLatch(1);
    try (ScriptedBackend backend =
            backend(
                "good",
                "TLSv1.3",
                connection -> {
                  connection.readHead();
                  connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
                  refused.countDown();
                  connection.pause(15_000);
                });
        BackendClientFixture gateway = gateway(true)) {
      InputStream body =
          new InputStream() {
            private boolean begun;

            @Override
            public int read() {
              throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
              try {
                assertTrue(!begun || refused.await(10, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              begun = true;
              return count;
            }
          };
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", false);
      Payload endless = Payload.of(body, -1);
      assertEquals("413 big", gateway.send(address, "POST", "/", endless, 10_000));
    }
  }

  private static String call(String key, boolean anyIssuer, boolean trusted) {
    return call(key, anyIssuer, trusted, "TLSv1.3");
  }

  private static String call(String key, boolean anyIssuer, boolean trusted, String protocol) {
    try (ScriptedBackend backend = backend(key, protocol);
        BackendClientFixture gateway = gateway(trusted)) {
      BackendAddress address =
          new BackendAddress(true, "localhost", backend.port(), "localhost", anyIssuer);
      return gateway.send(address, "GET", "/", null, 10_000);
    }
  }

  private static BackendClientFixture gateway(boolean trusting) {
    return new BackendClientFixture(
        trusting
            ? Map.of(
                "gateway.backend.tls.trust-store.path",
                store("trusted"),
                "gateway.backend.tls.trust-store.password",
                "secret")
            : Map.of());
  }

  private static ScriptedBackend backend(String key, String protocol) {
    return backend(
        key,
        protocol,
        connection -> {
          connection.readRequest();
          connection.send(HI);
        });
  }

  private static ScriptedBackend backend(
      String key, String protocol, ScriptedBackend.Script script) {
    SSLServerSocketFactory factory = context(key).getServerSocketFactory();
    return new ScriptedBackend(
        new ServerSocketFactory() {
          @Override
          public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
              throws IOException {
            SSLServerSocket socket =
                (SSLServerSocket) factory.createServerSocket(port, backlog, address);
            socket.setEnabledProtocols(new String[] {protocol});
            return socket;
          }

          @Override
          public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
          }

          @Override
          public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
          }
        },
        script);
  }

  private static SSLContext context(String key) {
    try (InputStream input = Files.newInputStream(Path.of(store(key)))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(input, "secret".toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, "secret".toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void selfSigned(String name, String subject, String... more) throws Exception {
    List<String> arguments = generate(name, subject);
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private static void signed(String name, String subject, String... more) throws Exception {
    List<String> arguments = generate(name, subject);
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-signer", "ca", "-signerkeypass", "secret"));
    Files.copy(Path.of(store("ca")), Path.of(store(name)));
    keytool(arguments.toArray(String[]::new));
    keytool("-delete", "-alias", "ca", "-keystore", store(name));
  }

  private static List<String> generate(String name, String subject) {
    return new ArrayList<>(
        List.of(
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            subject,
            "-keystore",
            store(name),
            "-keypass",
            "secret"));
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", "secret", "-storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }

  private static String store(String name) {
    return file(name + ".p12");
  }

  private static String file(String name) {
    return keys.resolve(name).toString();
  }
}
