package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.RequestFields;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An event as the request that its exchange is made of: of the client's there is only a body. */
final class EventRequest implements ClientRequest {
  private final Handshake handshake;
  private final String path;
  private final int length;
  private final InputStream body;

  EventRequest(Handshake handshake, String path, byte[] body) {
    this.handshake = handshake;
    this.path = path;
    this.length = body.length;
    this.body = new ByteArrayInputStream(body);
  }

  @Override
  public String method() {
    return Event.VERB;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String rawQuery() {
    return "";
  }

  @Override
  public int targetLength() {
    return path.length();
  }

  @Override
  public String protocol() {
    return "HTTP/1.1";
  }

  @Override
  public boolean http2() {
    return false;
  }

  @Override
  public String authority() {
    return handshake.host();
  }

  @Override
  public RequestFields fields() {
    return NoFields.NONE;
  }

  @Override
  public long bodyLength() {
    return length;
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public boolean secure() {
    return handshake.secure();
  }

  @Override
  public String localAddress() {
    return handshake.localAddress();
  }

  /** What a certificate said is among what stays of the handshake. */
  @Override
  public @Nullable ClientTls tls() {
    return null;
  }

  @Override
  public int localPort() {
    return handshake.localPort();
  }

  @Override
  public String clientAddress() {
    return handshake.sourceIp();
  }

  @Override
  public ClientLine line() {
    return ClientLine.HELD;
  }

  /** Messages have none. */
  private enum NoFields implements RequestFields {
    NONE;

    @Override
    public int count() {
      return 0;
    }

    @Override
    public String name(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String value(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int find(String name, int from) {
      return -1;
    }
  }
}
