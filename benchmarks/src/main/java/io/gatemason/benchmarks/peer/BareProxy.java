package io.gatemason.benchmarks.peer;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/**
 * What a developer would write by hand for a proxy: a Helidon handler that sends the request on
 * with Apache HttpClient and the answer back, headers included, hop-by-hop ones not.
 */
public final class BareProxy {
  /** Opens the key store. */
  public static final String PASSWORD = "benchmark";

  private static final Set<HeaderName> HOP_BY_HOP =
      Set.of(
          HeaderNames.CONNECTION,
          HeaderNames.CONTENT_LENGTH,
          HeaderNames.HOST,
          HeaderNames.create("Keep-Alive"),
          HeaderNames.PROXY_AUTHENTICATE,
          HeaderNames.create("Proxy-Authorization"),
          HeaderNames.TE,
          HeaderNames.TRAILER,
          HeaderNames.TRANSFER_ENCODING,
          HeaderNames.UPGRADE);
  private static final long SENT_AT_ONCE = 64 * 1024;

  private final String backend;
  private final CloseableHttpClient client;

  private BareProxy(String backend) {
    this.backend = backend;
    this.client = client();
  }

  /** Apache HttpClient as a proxy needs it. */
  static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(1024)
                .setMaxConnTotal(1024)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  /**
   * Serves until the process is ended.
   *
   * @param args the port, the backend's port, and a key store where it speaks TLS
   */
  public static void main(String[] args) throws GeneralSecurityException, IOException {
    BareProxy proxy = new BareProxy("http://127.0.0.1:" + args[1]);
    WebServerConfig.Builder server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(Integer.parseInt(args[0]))
            .routing(routing -> routing.any("/orders/{orderId}", proxy::handle));
    if (args.length > 2) {
      SSLContext context = context(Path.of(args[2]));
      server.tls(tls -> tls.sslContext(context));
    }
    server.build().start();
  }

  private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    HttpUriRequestBase call =
        new HttpUriRequestBase(
            request.prologue().method().text(),
            java.net.URI.create(backend + request.path().rawPath()));
    for (Header header : request.headers()) {
      if (!HOP_BY_HOP.contains(header.headerName())) {
        call.addHeader(header.name(), header.get());
      }
    }
    if (request.content().hasEntity()) {
      call.setEntity(
          new InputStreamEntity(
              request.content().inputStream(), ContentType.APPLICATION_OCTET_STREAM));
    }
    client.execute(
        call,
        reply -> {
          answer(reply, response);
          return response;
        });
  }

  private static void answer(ClassicHttpResponse reply, ServerResponse response)
      throws IOException {
    response.status(Status.create(reply.getCode()));
    for (org.apache.hc.core5.http.Header header : reply.getHeaders()) {
      HeaderName name = HeaderNames.create(header.getName());
      if (!HOP_BY_HOP.contains(name)) {
        response.headers().add(name, header.getValue());
      }
    }
    HttpEntity entity = reply.getEntity();
    if (entity == null) {
      response.send();
    } else if (entity.getContentLength() >= 0 && entity.getContentLength() <= SENT_AT_ONCE) {
      response.send(EntityUtils.toByteArray(entity));
    } else {
      try (OutputStream out = response.outputStream()) {
        entity.writeTo(out);
      }
    }
  }
}
