package io.gatemason.runtime.server.http2;

import io.helidon.common.socket.PeerInfo;
import java.net.SocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Optional;

/**
 * A client together with its connection: a peer is the only object of a connection that Helidon's
 * requests pass on. Has no certificates, of which Helidon would make a field of each request.
 */
record ClientPeer(PeerInfo peer, Http2Protocol protocol) implements PeerInfo {
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
    return Optional.empty();
  }
}
