package io.gatemason.runtime.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Lays TLS over connections of clients, that of the host which their first message names. */
final class HostSockets extends SSLSocketFactory {
  private final TlsHosts hosts;
  private final Handshakes handshakes;

  HostSockets(TlsHosts hosts, Handshakes handshakes) {
    this.hosts = hosts;
    this.handshakes = handshakes;
  }

  @Override
  public Socket createSocket(Socket client, @Nullable InputStream consumed, boolean autoClose)
      throws IOException {
    Handshake handshake = handshakes.begin(client);
    ClientHello hello = ClientHello.read(client.getInputStream());
    HostTls host = hosts.select(hello.serverName());
    // The connection ends with its TLS, whoever closes it.
    SSLSocket socket =
        (SSLSocket)
            host.context()
                .getSocketFactory()
                .createSocket(client, new ByteArrayInputStream(hello.records()), true);
    host.applyTo(socket);
    handshake.over(socket, hello.serverName());
    return socket;
  }

  @Override
  public Socket createSocket(Socket client, String host, int port, boolean autoClose)
      throws IOException {
    return createSocket(client, null, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return hosts.select(null).parameters().getCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return getDefaultCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw onlyFromClients();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw onlyFromClients();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw onlyFromClients();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw onlyFromClients();
  }

  private static UnsupportedOperationException onlyFromClients() {
    return new UnsupportedOperationException("connections come from clients");
  }
}
