package io.gatemason.runtime.console;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.RequestFields;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request that somebody tries out from the console. */
final class TrialRequest implements ClientRequest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORT = 80;

  private final String method;
  private final String target;
  private final int question;
  private final TrialFields fields;
  private final int length;
  private final InputStream body;
  private final String clientAddress;
  private final ClientLine line;

  /**
   * A request.
   *
   * @param target path and query, in the grammar of HTTP
   * @param clientAddress the address of whoever tries it
   */
  TrialRequest(
      String method,
      String target,
      TrialFields fields,
      byte[] body,
      String clientAddress,
      ClientLine line) {
    this.method = method;
    this.target = target;
    this.question = target.indexOf('?');
    this.fields = fields;
    this.length = body.length;
    this.body = new ByteArrayInputStream(body);
    this.clientAddress = clientAddress;
    this.line = line;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return question < 0 ? target : target.substring(0, question);
  }

  @Override
  public String rawQuery() {
    return question < 0 ? "" : target.substring(question + 1);
  }

  @Override
  public int targetLength() {
    return target.length();
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
    String host = fields.first("host");
    return host == null ? "" : host;
  }

  @Override
  public RequestFields fields() {
    return fields;
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
    return false;
  }

  @Override
  public String localAddress() {
    return LOOPBACK;
  }

  @Override
  public @Nullable ClientTls tls() {
    return null;
  }

  @Override
  public int localPort() {
    return PORT;
  }

  @Override
  public String clientAddress() {
    return clientAddress;
  }

  @Override
  public ClientLine line() {
    return line;
  }
}
