package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ClientLine;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http.ServerRequest;
import java.net.SocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** A connection whose requests know whether their client is still there. */
final class ClientConnection implements ConnectionContext {
  private final ConnectionContext connection;
  private final DataReader reader;
  private final PeerInfo client;

  ClientConnection(ConnectionContext connection) {
    this.connection = connection;
    ClientInput input = new ClientInput(connection);
    this.reader = DataReader.create(input);
    this.client = new Client(connection.remotePeer(), input, reader);
  }

  /** The line of the client that sent {@code request}, of which only the head has been read. */
  static ClientLine line(ServerRequest request) {
    if (!(request.remotePeer() instanceof Client client)) {
      return ClientLine.HELD;
    }
    boolean http1 = request.prologue().protocolVersion().startsWith("1");
    return http1 ? client.input.head(client.reader.available()) : client.input;
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public PeerInfo remotePeer() {
    return client;
  }

  @Override
  public PeerInfo localPeer() {
    return connection.localPeer();
  }

  @Override
  public boolean isSecure() {
    return connection.isSecure();
  }

  @Override
  public String socketId() {
    return connection.socketId();
  }

  @Override
  public String childSocketId() {
    return connection.childSocketId();
  }

  @Override
  public ListenerContext listenerContext() {
    return connection.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return connection.executor();
  }

  @Override
  public DataWriter dataWriter() {
    return connection.dataWriter();
  }

  @Override
  public Router router() {
    return connection.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return connection.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return connection.serverSocket();
  }

  /** A peer is what a request tells of its connection. */
  private record Client(PeerInfo peer, ClientInput input, DataReader reader) implements PeerInfo {
    @Override
    public SocketAddress address() {
      return peer.address();
    }

    @Override
    public String host() {
      return peer.host();
    }

    @Override
    public int port() {
      return peer.port();
    }

    @Override
    public Optional<Principal> tlsPrincipal() {
      return peer.tlsPrincipal();
    }

    @Override
    public Optional<Certificate[]> tlsCertificates() {
      return peer.tlsCertificates();
    }
  }
}
