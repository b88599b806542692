package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.KeyService;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.BackendRequest;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.TargetText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Fetches documents from addresses of settings and identity providers, in bounded time and size,
 * without following redirects. Safe for concurrent use.
 */
public final class HttpDocuments {
  private final BackendClient client;

  /** Fetches through {@code client}, with its trust store. */
  public HttpDocuments(BackendClient client) {
    this.client = client;
  }

  /** The body of an answer 200, see {@link io.gatemason.runtime.auth.token.DocumentFetch}. */
  public byte[] get(String url, int maximumBytes, int timeoutMillis) throws IOException {
    try (BackendReply reply = send(url, timeoutMillis)) {
      if (reply.status() != 200) {
        throw new IOException("status " + reply.status());
      }
      return body(reply, maximumBytes);
    }
  }

  /** An answer of any status, see {@link KeyService.Transport}. */
  public KeyService.Answer answer(String url, int maximumBytes, int timeoutMillis)
      throws IOException {
    try (BackendReply reply = send(url, timeoutMillis)) {
      String cacheControl = reply.headers().first("Cache-Control");
      return new KeyService.Answer(
          reply.status(),
          cacheControl == null ? "" : cacheControl,
          new String(body(reply, maximumBytes), StandardCharsets.UTF_8));
    }
  }

  private BackendReply send(String url, int timeoutMillis) throws IOException {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    StringBuilder target = new StringBuilder();
    TargetText.appendRaw(target, path < 0 ? "/" : url.substring(path));
    HttpEndpoint endpoint = endpoint(path < 0 ? url : url.substring(0, path));
    HeaderFields headers = new HeaderFields();
    headers.add("Host", endpoint.authority());
    headers.add("Accept", "application/json");
    return client.send(
        endpoint.address(),
        new BackendRequest(
            "GET", target.toString(), headers, null, timeoutMillis, ClientLine.HELD));
  }

  private static HttpEndpoint endpoint(String base) throws IOException {
    try {
      return HttpEndpoint.of(base);
    } catch (IllegalArgumentException e) {
      throw new IOException("no address: " + base);
    }
  }

  private static byte[] body(BackendReply reply, int maximumBytes) throws IOException {
    byte[] body = reply.body().readNBytes(maximumBytes + 1);
    if (body.length > maximumBytes) {
      throw new IOException("the document is larger than " + maximumBytes + " bytes");
    }
    return body;
  }
}
