package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Octets;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Target;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request over HTTP/2, as Helidon decoded it, held to the rules of requests over HTTP/1. */
final class Http2Request implements ClientRequest {
  private final ServerRequest request;
  private final ClientSocket client;
  private final Http2Fields fields;
  private final Target target;
  private final int targetLength;
  private final String authority;
  private final @Nullable StreamBody body;

  private Http2Request(
      ServerRequest request, ClientSocket client, Http2Fields fields, @Nullable StreamBody body) {
    this.request = request;
    this.client = client;
    this.fields = fields;
    String sent = target(request.prologue());
    this.target = Target.of(request.prologue().method().text(), sent);
    this.targetLength = sent.length();
    this.authority = request.authority() == null ? "" : request.authority();
    this.body = body;
  }

  /**
   * @throws RefusalException if it breaks a rule
   */
  static Http2Request of(
      ServerRequest request,
      ClientSocket client,
      ConnectionLimits limits,
      @Nullable StreamBody body) {
    Http2Fields fields = new Http2Fields(request.headers());
    Http2Request read = new Http2Request(request, client, fields, body);
    String expected = fields.first("expect");
    if (read.targetLength > limits.urlBytes()) {
      throw RefusalException.of(414, "the target is too long");
    }
    if (fields.count() > limits.headerFields() || fields.length() > limits.headerBytes()) {
      throw RefusalException.of(431, "the header section is too long");
    }
    if (!FieldText.isName(read.method())) {
      throw RefusalException.badRequest("no method");
    }
    if (!Octets.isAuthority(read.authority)) {
      throw RefusalException.badRequest("malformed or missing host");
    }
    if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
      throw RefusalException.of(417, "an expectation that nobody meets");
    }
    return read;
  }

  private static String target(HttpPrologue prologue) {
    String path = prologue.uriPath().rawPath();
    String sent = prologue.hasQuery() ? path + "?" + prologue.query().rawValue() : path;
    boolean legal = sent.startsWith("/") && !prologue.fragment().hasValue();
    for (int i = 0; legal && i < sent.length(); i++) {
      legal = sent.charAt(i) < 128 && Octets.target((byte) sent.charAt(i));
    }
    if (!legal) {
      throw RefusalException.badRequest("malformed target");
    }
    return sent;
  }

  @Override
  public String method() {
    return request.prologue().method().text();
  }

  @Override
  public String path() {
    return target.path();
  }

  @Override
  public String rawQuery() {
    return target.query();
  }

  @Override
  public int targetLength() {
    return targetLength;
  }

  @Override
  public String protocol() {
    return request.prologue().rawProtocol();
  }

  @Override
  public boolean http2() {
    return true;
  }

  @Override
  public String authority() {
    return authority;
  }

  @Override
  public RequestFields fields() {
    return fields;
  }

  @Override
  public long bodyLength() {
    return body == null ? 0 : request.headers().contentLength().orElse(-1);
  }

  @Override
  public InputStream body() {
    return body == null ? InputStream.nullInputStream() : body;
  }

  @Override
  public boolean secure() {
    return client.peers().secure();
  }

  @Override
  public @Nullable ClientTls tls() {
    return client.tls();
  }

  @Override
  public int localPort() {
    return client.peers().localPort();
  }

  @Override
  public String localAddress() {
    return client.peers().localAddress();
  }

  @Override
  public String clientAddress() {
    return client.peers().clientAddress();
  }

  @Override
  public ClientLine line() {
    return client.input();
  }
}
