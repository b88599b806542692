package io.gatemason.runtime.exchange;

import io.gatemason.runtime.payload.MediaTypes;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says beside its path; each part is parsed when first asked for.
 * Belongs to the thread that serves the request.
 */
public final class RequestHead {
  private final ServerRequest request;
  private final Arrival arrival;
  private @Nullable RequestHeaderView view;
  private @Nullable QueryParameters query;
  private @Nullable String traceId;
  private @Nullable Map<String, String> names;

  RequestHead(ServerRequest request, Arrival arrival) {
    this.request = request;
    this.arrival = arrival;
  }

  /** All headers as they came. */
  public Headers headers() {
    return request.headers();
  }

  /** Value list with all values of a header, in whatever case its name was sent. */
  public List<String> inAnyCase(String name) {
    HeaderName key = HeaderNames.create(name);
    return request.headers().contains(key) ? request.headers().get(key).allValues() : List.of();
  }

  /** The name of a header as the client wrote it; what comes over HTTP/2 is in lower case. */
  public String written(Header header) {
    String lower = header.headerName().lowerCase();
    if (http2()) {
      return lower;
    }
    Map<String, String> known = names;
    if (known == null) {
      known = arrival.client().writtenNames();
      names = known;
    }
    return known.getOrDefault(lower, header.name());
  }

  private boolean http2() {
    return request.prologue().protocolVersion().startsWith("2");
  }

  /** The headers as mapping expressions see them. */
  RequestHeaderView view() {
    RequestHeaderView known = view;
    if (known == null) {
      known = new RequestHeaderView(request.headers(), !http2());
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

  /** Address of the TCP peer. */
  String peerAddress() {
    SocketAddress peer = request.remotePeer().address();
    return peer instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : request.remotePeer().host();
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
      known = TraceId.of(request.headers(), arrival.epochMillis());
      traceId = known;
    }
    return known;
  }
}
