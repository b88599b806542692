package io.gatemason.runtime.server.wire;

import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The two ends of a connection.
 *
 * @param clientAddress address of the client without its port
 * @param localAddress the address that the client connected to
 * @param localPort the port that the client connected to
 * @param secure whether the connection is encrypted
 */
public record Peers(String clientAddress, String localAddress, int localPort, boolean secure) {

  public static Peers of(ConnectionContext context) {
    PeerInfo local = context.localPeer();
    return new Peers(
        address(context.remotePeer()), address(local), local.port(), context.isSecure());
  }

  /** A socket forgets its client when it is closed. */
  private static String address(PeerInfo peer) {
    SocketAddress address = peer.address();
    if (address == null) {
      throw new CloseConnectionException("the client is gone");
    }
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : peer.host();
  }
}
