package io.gatemason.runtime.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows whether bytes wait in it that no request asked for. Such bytes would be
 * taken for the answer to the next request.
 */
final class BackendConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  /** Bounds what a backend can make the gateway hold: a head of 500 lines of 64 KB. */
  private static final Http1Config CONFIG =
      Http1Config.custom()
          .setMaxLineLength(65_536)
          .setMaxHeaderCount(500)
          .setBufferSize(16_384)
          .setChunkSizeHint(16_384)
          .build();

  private final ResponseParser parser;
  private volatile boolean closed;

  BackendConnection() {
    this(new ResponseParser());
  }

  private BackendConnection(ResponseParser parser) {
    super(CONFIG, null, octets(), null, null, null, null, parser);
    this.parser = parser;
  }

  /** A character of a header is one byte; texts beyond that are put into this form before. */
  private static CharsetEncoder octets() {
    return StandardCharsets.ISO_8859_1
        .newEncoder()
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream connection) {
    return length == ContentLengthStrategy.CHUNKED
        ? new StrictChunks(buffer, connection)
        : super.createContentInputStream(length, buffer, connection);
  }

  /** Whether nothing has been received beyond what was read. */
  boolean quiet() throws IOException {
    SessionInputBuffer buffered = parser.buffer;
    return (buffered == null || buffered.length() == 0)
        && ensureOpen().getInputStream().available() == 0;
  }

  /** Ends the stream of bytes towards the backend; what it sends can still be read. */
  void stopSending() {
    Socket socket = getSocket();
    if (socket != null) {
      try {
        socket.shutdownOutput();
      } catch (IOException e) {
        close(CloseMode.IMMEDIATE);
      }
    }
  }

  @Override
  public void bind(SocketHolder holder) throws IOException {
    if (closed) {
      holder.getSocket().close();
      throw new InterruptedIOException("closed while connecting");
    }
    super.bind(holder);
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public @Nullable SSLSession getSSLSession() {
    return super.getSSLSession();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }

  @Override
  public void close(CloseMode mode) {
    closed = true;
    super.close(mode);
  }

  @Override
  public void passivate() {
    // Reads have no time limit of their own, see Deadline; so there is none to take away.
  }

  @Override
  public void activate() {
    // As above.
  }

  /** Remembers the buffer that the connection reads through, which its base class hides. */
  private static final class ResponseParser extends DefaultHttpResponseParser
      implements HttpMessageParserFactory<ClassicHttpResponse> {
    private @Nullable SessionInputBuffer buffer;

    ResponseParser() {
      super(CONFIG, LazyLaxLineParser.INSTANCE, null);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input)
        throws IOException, HttpException {
      this.buffer = buffer;
      return super.parse(buffer, input);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
      return this;
    }
  }
}
