package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections before TLS is agreed upon (docs/behaviour/listener.md#deadlines). */
@Timeout(60)
final class HandshakesTest {
  /** The beginning of a record. */
  private static final byte[] BEGUN = {22, 3, 1, 2, 0, 1};

  @TempDir static Path folder;

  private static GatewayServer start(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("gateway.listener.tls-port", "0");
    TestCertificates.ofHost("localhost").write(folder, "localhost");
    settings.put("gateway.domains.localhost.tls.certificate", folder + "/localhost.crt");
    settings.put("gateway.domains.localhost.tls.private-key", folder + "/localhost.key");
    return TestApi.start(settings, new TestApi(ApiInfo.of("one", "dev")));
  }

  private static Socket begun(GatewayServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.tlsPort().orElseThrow());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(BEGUN);
    return socket;
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void oneAddressHasNoMoreThanConnections() throws Exception {
    GatewayServer server = start(Map.of("gateway.listener.connections-per-address", "2"));
    try (Socket first = begun(server);
        Socket second = begun(server)) {
      // Which two are taken first is up to the threads that serve them.
      List<Socket> further = new ArrayList<>(List.of(first, second));
      for (int i = 0; i < 3; i++) {
        further.add(begun(server));
      }
      assertEquals(3, closedOf(further));
      for (Socket each : further) {
        each.close();
      }
      assertEquals(200, pingedSoon(server));
    } finally {
      server.stop();
    }
  }

  /** Counts those that are closed until there are three. */
  private static int closedOf(List<Socket> sockets) throws IOException {
    int closed = 0;
    List<Socket> left = new ArrayList<>(sockets);
    for (int looks = 0; closed < 3 && looks < 1_000; looks++) {
      for (Socket each : List.copyOf(left)) {
        each.setSoTimeout(5);
        try {
          if (isClosed(each)) {
            closed++;
            left.remove(each);
          }
        } catch (SocketTimeoutException e) {
          // It is open.
        }
      }
    }
    return closed;
  }

  /** The server learns a little later that a connection has ended. */
  private static int pingedSoon(GatewayServer server) throws Exception {
    for (int tries = 0; ; tries++) {
      try (Socket client = new TlsClient(server.tlsPort().orElseThrow()).connect("localhost")) {
        client
            .getOutputStream()
            .write(
                "GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        byte[] line = client.getInputStream().readNBytes(12);
        return Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
      } catch (IOException | StringIndexOutOfBoundsException refused) {
        if (tries == 1_000) {
          throw refused;
        }
      }
    }
  }

  @Test
  void thoseOfSilentClientsDoNotDelayTheStop() throws Exception {
    GatewayServer server = start(Map.of());
    try (Socket silent =
            new Socket(InetAddress.getLoopbackAddress(), server.tlsPort().orElseThrow());
        Socket slow = begun(server)) {
      silent.setSoTimeout(20_000);
      // Connections are taken in their order, so both have been when a later one is answered.
      assertEquals(200, pingedSoon(server));
      long begin = System.nanoTime();
      server.stop();
      long millis = (System.nanoTime() - begin) / 1_000_000;
      assertTrue(millis < 5_000, () -> millis + " ms");
      assertTrue(isClosed(silent));
      assertTrue(isClosed(slow));
    }
  }

  /** A message may come in as many records as its client likes (RFC 8446 §5.1). */
  @Test
  void aHelloMayComeByteByByte() throws Exception {
    GatewayServer server = start(Map.of());
    try (Socket client =
        new Socket(InetAddress.getLoopbackAddress(), server.tlsPort().orElseThrow())) {
      client.setSoTimeout(20_000);
      ByteBuffer hello = hello();
      ByteBuffer records = ByteBuffer.allocate(6 * hello.remaining());
      while (hello.hasRemaining()) {
        records.put(new byte[] {22, 3, 1, 0, 1}).put(hello.get());
      }
      client.getOutputStream().write(records.array());
      assertEquals(22, client.getInputStream().read(), "a record of a handshake");
    } finally {
      server.stop();
    }
  }

  /** The first message of a client, without the header of its record. */
  private static ByteBuffer hello() throws Exception {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), record);
    return record.flip().position(5).slice();
  }
}
