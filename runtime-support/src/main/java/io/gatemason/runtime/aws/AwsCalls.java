package io.gatemason.runtime.aws;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.BackendException;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.BackendRequest;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.HttpEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Signs requests to AWS services and sends them. Safe for concurrent use. */
public final class AwsCalls implements AwsTransport {
  private static final int CREDENTIALS_TIMEOUT_MILLIS = 10_000;
  private static final int CREDENTIALS_BYTES = 1_048_576;

  /** More sites than any API names: the rest come from hosts that requests make up. */
  private static final int REMEMBERED = 1_000;

  private final BackendClient client;
  private final Map<String, Site> sites = new ConcurrentHashMap<>();

  public AwsCalls(BackendClient client) {
    this.client = client;
  }

  /**
   * Sends a signed request to {@code url}, whose path comes before that of {@code target}. A body
   * that is no longer in memory is sent without being signed if the service takes that.
   */
  public BackendReply send(
      RequestSigner signer,
      AwsEndpoint endpoint,
      String url,
      String method,
      String target,
      HeaderFields headers,
      @Nullable Payload body,
      ClientLine caller)
      throws BackendException {
    Site site = site(url);
    boolean streamed = body != null && !body.buffered() && site.streams(endpoint, body);
    Payload sent = body == null || streamed ? body : Payload.of(body.bytes());
    String path = site.pathPrefix() + target;
    AwsRequest request =
        new AwsRequest(
            method,
            site.base(),
            path,
            signed(headers),
            streamed ? null : sent == null ? Payload.empty() : sent);
    headers.set("Host", site.host().authority());
    signer.sign(endpoint, request).forEach(headers::set);
    return client.send(
        site.host().address(),
        new BackendRequest(method, path, headers, sent, endpoint.timeoutMillis(), caller));
  }

  private Site site(String url) {
    Site known = sites.get(url);
    if (known == null) {
      known = Site.of(url);
      if (sites.size() < REMEMBERED) {
        sites.put(url, known);
      }
    }
    return known;
  }

  /** The headers that AWS wants to be covered by a signature, besides Host. */
  private static Map<String, List<String>> signed(HeaderFields headers) {
    Map<String, List<String>> signed = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (name.regionMatches(true, 0, "x-amz-", 0, 6) || name.equalsIgnoreCase("Content-Type")) {
        signed.computeIfAbsent(name, any -> new ArrayList<>(1)).add(headers.value(i));
      }
    }
    return signed;
  }

  @Override
  public Reply post(String baseUrl, Map<String, List<String>> headers, String form)
      throws IOException {
    Site site = site(baseUrl);
    HeaderFields fields = new HeaderFields();
    fields.add("Host", site.host().authority());
    headers.forEach((name, values) -> fields.set(name, values.getFirst()));
    Payload body = Payload.of(form.getBytes(StandardCharsets.UTF_8));
    BackendRequest request =
        new BackendRequest(
            "POST",
            site.pathPrefix() + "/",
            fields,
            body,
            CREDENTIALS_TIMEOUT_MILLIS,
            ClientLine.HELD);
    try (BackendReply reply = client.send(site.host().address(), request)) {
      byte[] text = reply.body().readNBytes(CREDENTIALS_BYTES);
      return new Reply(reply.status(), new String(text, StandardCharsets.UTF_8));
    }
  }

  /** Where a URL leads: the host, and a path that comes before that of the request. */
  private record Site(HttpEndpoint host, String base, String pathPrefix) {

    static Site of(String url) {
      int slash = url.indexOf('/', url.indexOf("://") + 3);
      String base = slash < 0 ? url : url.substring(0, slash);
      String path = slash < 0 ? "" : url.substring(slash);
      String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return new Site(HttpEndpoint.parse(base), base, prefix);
    }

    /** S3 takes unsigned bodies over TLS, but demands to know their length. */
    boolean streams(AwsEndpoint endpoint, Payload body) {
      return endpoint.service().equals("s3") && host.address().tls() && body.length() >= 0;
    }
  }
}
