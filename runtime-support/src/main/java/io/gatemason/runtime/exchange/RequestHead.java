package io.gatemason.runtime.exchange;

import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says beside its path; each part is parsed when first asked for.
 * Belongs to the thread that serves the request.
 */
public final class RequestHead {
  private final ServerRequest request;
  private final long epochMillis;
  private @Nullable RequestHeaderView view;
  private @Nullable QueryParameters query;
  private @Nullable String traceId;

  /** The head of a request that arrived at that time. */
  RequestHead(ServerRequest request, long epochMillis) {
    this.request = request;
    this.epochMillis = epochMillis;
  }

  /** All headers as they came. */
  public Headers headers() {
    return request.headers();
  }

  /** The headers as mapping expressions see them. */
  RequestHeaderView view() {
    RequestHeaderView known = view;
    if (known == null) {
      boolean caseSensitive = !request.prologue().protocolVersion().startsWith("2");
      known = new RequestHeaderView(request.headers(), caseSensitive);
      view = known;
    }
    return known;
  }

  /** All query parameters, decoded, in the order of the request. */
  public QueryParameters query() {
    QueryParameters known = query;
    if (known == null) {
      known = QueryParameters.parse(rawQuery());
      query = known;
    }
    return known;
  }

  /** Whether the request came over TLS to this process. */
  public boolean secure() {
    return request.isSecure();
  }

  /** The port of this process that the request came to. */
  public int localPort() {
    return request.localPeer().port();
  }

  /** Media type of Content-Type in lower case, {@code ifMissing} without one. */
  String contentType(String ifMissing) {
    return MediaTypes.contentType(request.headers(), ifMissing);
  }

  /** First media type of Accept in lower case, "" if the header is missing. */
  String acceptType() {
    return MediaTypes.accept(request.headers());
  }

  /** The query as it came, "" if there is none. */
  public String rawQuery() {
    return request.prologue().query().rawValue();
  }

  /** The value of X-Amzn-Trace-Id: as received, missing parts generated; the same at each call. */
  public String traceId() {
    String known = traceId;
    if (known == null) {
      known = TraceId.of(request.headers(), epochMillis);
      traceId = known;
    }
    return known;
  }
}
