package io.gatemason.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS 1.3 over a socket, for the load: one cipher suite, so that all servers have the same work,
 * and no look at the server's certificate. Reads whatever has come at once, so that a selector on
 * the socket never misses any. Not thread-safe.
 */
final class TlsChannel implements ByteChannel {
  private static final SSLContext CONTEXT = context();
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SSLEngine engine = CONTEXT.createSSLEngine();
  private final ByteBuffer incoming;
  private final ByteBuffer outgoing;

  /**
   * Shakes hands.
   *
   * @param channel a connected channel that blocks
   */
  TlsChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {"TLSv1.3"});
    engine.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    incoming = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    outgoing = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    incoming.flip();
    engine.beginHandshake();
    ByteBuffer none = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    for (HandshakeStatus status = engine.getHandshakeStatus();
        status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED;
        status = engine.getHandshakeStatus()) {
      switch (status) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> write(NOTHING);
        default -> {
          if (unwrap(none) == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            fill();
          }
        }
      }
    }
  }

  @Override
  public int write(ByteBuffer content) throws IOException {
    int before = content.remaining();
    do {
      outgoing.clear();
      engine.wrap(content, outgoing);
      outgoing.flip();
      int wanted = outgoing.remaining();
      if (channel.write(outgoing) < wanted) {
        throw new IOException("The server does not take a record of " + wanted + " bytes");
      }
    } while (content.hasRemaining());
    return before;
  }

  @Override
  public int read(ByteBuffer content) throws IOException {
    int before = content.position();
    while (fill() > 0) {
      while (incoming.hasRemaining()) {
        SSLEngineResult.Status status = unwrap(content);
        if (status == SSLEngineResult.Status.CLOSED) {
          return -1;
        }
        if (status == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
          break;
        }
      }
    }
    return content.position() - before;
  }

  private SSLEngineResult.Status unwrap(ByteBuffer content) throws IOException {
    SSLEngineResult.Status status = engine.unwrap(incoming, content).getStatus();
    if (status == SSLEngineResult.Status.BUFFER_OVERFLOW) {
      throw new IOException("An answer that is too large");
    }
    return status;
  }

  private int fill() throws IOException {
    incoming.compact();
    int count = channel.read(incoming);
    incoming.flip();
    if (count < 0) {
      throw new EOFException("The server closed the connection");
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The servers are those that the run has started. */
  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
