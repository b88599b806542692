package io.gatemason.runtime.server.wire;

import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The two ends of a connection.
 *
 * @param clientAddress address of the client without its port
 * @param localPort the port that the client connected to
 * @param secure whether the connection is encrypted
 */
public record Peers(String clientAddress, int localPort, boolean secure) {

  public static Peers of(ConnectionContext context) {
    PeerInfo client = context.remotePeer();
    SocketAddress address = client.address();
    String text =
        address instanceof InetSocketAddress inet && inet.getAddress() != null
            ? inet.getAddress().getHostAddress()
            : client.host();
    return new Peers(text, context.localPeer().port(), context.isSecure());
  }
}
