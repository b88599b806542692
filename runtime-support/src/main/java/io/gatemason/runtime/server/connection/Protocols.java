package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.server.http1.RequestHead;
import io.gatemason.runtime.server.http2.Http2Protocol;
import io.gatemason.runtime.server.http2.UpgradeSettings;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.http2.Http2Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2, which a connection may speak from its first byte (RFC 9113 §3.3), or because a request
 * over HTTP/1.1 asks for it (RFC 9110 §7.8). A wish that cannot be met is no error, it is ignored.
 */
final class Protocols {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String H2C = "h2c";

  /** What a request says to this connection alone, which over HTTP/2 none may (RFC 9113 §8.2.2). */
  private static final List<HeaderName> OF_CONNECTIONS =
      List.of(
          HeaderNames.CONNECTION,
          HeaderNames.UPGRADE,
          HeaderNames.create("keep-alive"),
          HeaderNames.create("proxy-connection"));

  private final Connections connections;
  private final Http2ConnectionSelector http2;
  private final Http1Upgrader http2Upgrader;

  Protocols(Connections connections, Http2Config config) {
    this.connections = connections;
    this.http2 = Http2ConnectionSelector.builder().http2Config(config).build();
    this.http2Upgrader = Http2Upgrader.create(config);
  }

  /** HTTP/2 if that is how a fresh connection begins, of which some bytes have come. */
  @Nullable OtherProtocol withPreface(ClientSocket client) {
    ClientInput input = client.input();
    long start = connections.deadlines().now();
    long until = start + connections.limits().headWait().toNanos();
    while (beginsAsPreface(input) && input.available() < PREFACE.length) {
      if (!input.more(Wait.HEAD, connections.deadlines().now(), until)) {
        return null;
      }
    }
    boolean preface = beginsAsPreface(input);
    return preface
        ? new Http2Protocol(client, connections, PREFACE.length, false, http2::connection)
        : null;
  }

  private static boolean beginsAsPreface(ClientInput input) {
    for (int i = 0; i < Math.min(input.available(), PREFACE.length); i++) {
      if (input.bytes()[input.at() + i] != PREFACE[i]) {
        return false;
      }
    }
    return true;
  }

  /** What a request asks for, after it was granted; null if it is to be answered over HTTP/1. */
  @Nullable OtherProtocol upgraded(ClientSocket client, RequestHead head) {
    for (String wanted : String.join(",", head.all("upgrade")).split(",", -1)) {
      String protocol = wanted.strip();
      if (protocol.equalsIgnoreCase(H2C)
          && !client.context().isSecure()
          && UpgradeSettings.sound(head.all("http2-settings"))) {
        return new Http2Protocol(
            client,
            connections,
            PREFACE.length,
            true,
            context -> upgrade(http2Upgrader, context, head));
      }
    }
    return null;
  }

  private static ServerConnection upgrade(
      Http1Upgrader upgrader, ConnectionContext context, RequestHead head) {
    WritableHeaders<?> headers = headers(head);
    OF_CONNECTIONS.forEach(headers::remove);
    return upgrader.upgrade(context, prologue(head), headers);
  }

  private static HttpPrologue prologue(RequestHead head) {
    return HttpPrologue.create(
        "HTTP/1.1", "HTTP", "1.1", Method.create(head.method()), head.target(), false);
  }

  private static WritableHeaders<?> headers(RequestHead head) {
    WritableHeaders<?> headers = WritableHeaders.create();
    for (int i = 0; i < head.count(); i++) {
      headers.add(HeaderNames.create(head.name(i)), head.value(i));
    }
    return headers;
  }
}
