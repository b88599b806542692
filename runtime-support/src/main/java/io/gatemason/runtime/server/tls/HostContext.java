package io.gatemason.runtime.server.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** The context of a listener, which gives each connection the one of the host that it names. */
public final class HostContext extends SSLContext {

  private HostContext(SSLContextSpi spi, SSLContext like) {
    super(spi, like.getProvider(), like.getProtocol());
  }

  /**
   * A context.
   *
   * @param hosts at least one
   * @param handshakes what the handshakes belong to
   */
  public static SSLContext of(TlsHosts hosts, Handshakes handshakes) {
    return new HostContext(
        new Spi(hosts, new HostSockets(hosts, handshakes)), hosts.select(null).context());
  }

  private static final class Spi extends SSLContextSpi {
    private final TlsHosts hosts;
    private final HostSockets sockets;

    Spi(TlsHosts hosts, HostSockets sockets) {
      this.hosts = hosts;
      this.sockets = sockets;
    }

    private SSLContext first() {
      return hosts.select(null).context();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("the hosts have their own keys");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return sockets;
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return first().getServerSocketFactory();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return first().createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return first().createSSLEngine(host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return first().getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return first().getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return first().getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return first().getSupportedSSLParameters();
    }
  }
}
