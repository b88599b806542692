package io.gatemason.runtime.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.http2.Http2Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes every connection of the listener. What does not begin as HTTP/2 is left to the parser of
 * HTTP/1, which answers what it cannot read; a client that hangs up before it has said anything is
 * no incident.
 */
final class ClientConnections implements ServerConnectionSelector {
  private static final byte[] HTTP_2_PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerConnectionSelector http1;
  private final ServerConnectionSelector http2;

  ClientConnections(Http1Config http1, Http2Config http2) {
    this.http1 =
        Http1ConnectionSelector.builder()
            .config(http1)
            .addUpgrader(Http2Upgrader.create(http2))
            .build();
    this.http2 = Http2ConnectionSelector.builder().http2Config(http2).build();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return Set.of("h2", "http/1.1");
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    ClientConnection connection = new ClientConnection(context);
    boolean preface = connection.dataReader().startsWith(HTTP_2_PREFACE);
    return (preface ? http2 : http1).connection(connection);
  }
}
