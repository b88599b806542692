package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.InsertedFields;
import io.gatemason.runtime.client.LowerCaseFields;
import io.gatemason.runtime.client.QueryParameters;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.payload.MediaTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says beside its path; each part is parsed when first asked for.
 * Belongs to the thread that serves the request.
 */
public final class RequestHead {
  private final ClientRequest request;
  private final Arrival arrival;
  private RequestFields fields;
  private @Nullable RequestHeaderView view;
  private @Nullable QueryParameters query;
  private @Nullable String traceId;

  RequestHead(ClientRequest request, Arrival arrival) {
    this.request = request;
    this.arrival = arrival;
    this.fields =
        arrival.stagePath().lowerCasesHeaders()
            ? new LowerCaseFields(request.fields())
            : request.fields();
  }

  /** The verb as it came, whatever a header may replace it with. */
  public String method() {
    return request.method();
  }

  /** The path as it was sent, before anything is made of it. */
  public String sentPath() {
    return request.path();
  }

  /** The host that the client asked, with its port if it named one. */
  public String authority() {
    return request.authority();
  }

  /**
   * All header fields as they came, their names in lower case where a custom domain wants it
   * (docs/behaviour/domains.md#mappings).
   */
  public RequestFields fields() {
    return fields;
  }

  /** Adds header fields, in place of those of the same names that came. */
  public void insert(Map<String, String> more) {
    fields = InsertedFields.into(fields, more);
    view = null;
  }

  /** Value list with all values of a header, in whatever case its name was sent. */
  public List<String> inAnyCase(String name) {
    return fields.all(name);
  }

  /** The headers as mapping expressions see them. */
  RequestHeaderView view() {
    RequestHeaderView known = view;
    if (known == null) {
      known = new RequestHeaderView(fields, !lowerCase());
      view = known;
    }
    return known;
  }

  /** Whether nobody can tell in which case the client wrote the names of headers. */
  private boolean lowerCase() {
    return request.http2() || arrival.stagePath().lowerCasesHeaders();
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
    return request.secure();
  }

  /** Address of the TCP peer. */
  String peerAddress() {
    return request.clientAddress();
  }

  /** The address of this process that the request came to. */
  public String localAddress() {
    return request.localAddress();
  }

  /** The port of this process that the request came to. */
  public int localPort() {
    return request.localPort();
  }

  /** Media type of Content-Type in lower case, {@code ifMissing} without one. */
  String contentType(String ifMissing) {
    String type = request.fields().first("Content-Type");
    return type == null ? ifMissing : MediaTypes.first(type);
  }

  /** First media type of Accept in lower case, "" if the header is missing. */
  String acceptType() {
    String accepted = request.fields().first("Accept");
    return accepted == null ? "" : MediaTypes.first(accepted);
  }

  /** The query as it came, "" if there is none. */
  public String rawQuery() {
    return request.rawQuery();
  }

  /**
   * The value of X-Amzn-Trace-Id: as received, missing parts generated; the same at each call
   * unless the request is traced.
   */
  public String traceId() {
    String known = traceId;
    if (known == null) {
      String sent = request.fields().first(TraceHeader.NAME);
      known = TraceHeader.read(sent).completed(arrival.epochMillis()).text();
      traceId = known;
    }
    return known;
  }

  /** Sets the value of X-Amzn-Trace-Id, for whoever traces the request. */
  public void traceId(String text) {
    traceId = text;
  }
}
