package io.gatemason.runtime.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.MediaTypes;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadConversion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Exchange} says of its request: everything is read when it is first asked for.
 *
 * <p>A <em>value list</em> is the one form of every mapping source: empty if the value is missing,
 * in which case the mapping is left out; one element for a scalar; several for a repeated
 * parameter.
 */
public abstract sealed class RequestValues implements Call permits Exchange {
  private final Arrival arrival;
  private final RequestHead head;
  private final RequestBody body;
  private @Nullable MethodInfo method;

  RequestValues(ClientRequest request, Arrival arrival) {
    this.arrival = arrival;
    this.head = new RequestHead(request, arrival);
    int limit = arrival.limits().payloadBytes();
    this.body =
        arrival.api().httpApi()
            ? RequestBody.asSent(request, limit)
            : new RequestBody(request, limit);
  }

  /** A value list as one text: {@code ifMissing} if empty, several values joined with a comma. */
  public static String text(List<String> values, String ifMissing) {
    return values.isEmpty() ? ifMissing : String.join(",", values);
  }

  /** The method that answers, null while there is none. */
  public @Nullable MethodInfo method() {
    return method;
  }

  /** The resource path of the method that answers, "" while there is none. */
  public String resourcePath() {
    return method == null ? "" : method.resourcePath();
  }

  /**
   * Value list of a path variable: its raw segment, or the raw rest of the path if it is greedy.
   */
  public List<String> pathParameter(String name) {
    return method == null ? List.of() : method.pathParameter(name, route());
  }

  /** The names of the method's path variables, in the order of the path. */
  public List<String> pathParameterNames() {
    return method == null ? List.of() : method.pathParameterNames();
  }

  /** A path variable as text, {@code ifMissing} if the method has no such variable. */
  public String pathParameter(String name, String ifMissing) {
    return text(pathParameter(name), ifMissing);
  }

  /** Value list with the last value of a query parameter. */
  public List<String> queryParameter(String name) {
    return head.query().last(name);
  }

  /** Value list with all values of a query parameter. */
  public List<String> queryParameters(String name) {
    return head.query().all(name);
  }

  /**
   * Value list with the last value of a header; hop-by-hop headers are invisible, and those that
   * the gateway adds say what it says.
   */
  public List<String> header(String name) {
    String added = addedHeader(name);
    return added == null ? head.view().last(name) : List.of(added);
  }

  /** Value list with all values of a header, joined with a comma. */
  public List<String> headers(String name) {
    String added = addedHeader(name);
    return added == null ? head.view().joined(name) : List.of(added);
  }

  /** The value of a header that the gateway adds to the request; null for all others. */
  abstract @Nullable String addedHeader(String name);

  /** The head of the request, for integrations that pass it on. */
  public RequestHead head() {
    return head;
  }

  /** Value list of the path variable, else query parameter, else header of that name. */
  public List<String> anyParameter(String name) {
    List<String> values = pathParameter(name);
    if (values.isEmpty()) {
      values = queryParameter(name);
    }
    return values.isEmpty() ? header(name) : values;
  }

  /** Value list with the whole body as text; an empty body gives "{}". */
  public List<String> body() {
    String text = bodyText();
    return List.of(text.isEmpty() ? "{}" : text);
  }

  /**
   * Value list of what {@code path} selects in the body. Missing if the body does not look like
   * JSON at all; ends the exchange with 400 if it does and is malformed.
   */
  public List<String> bodyPath(JsonPath path) {
    JsonNode json = body.json();
    return json == null ? List.of() : path.values(json);
  }

  /** Value list of a stage variable. */
  public List<String> stageVariable(String name) {
    String value = api().stageVariables().get(name);
    return value == null ? List.of() : List.of(value);
  }

  /** A stage variable as text; missing, "" or, in URIs of an HTTP API, a failure. */
  public String stageVariableText(String name) {
    return api().stageVariable(name);
  }

  /** Media type of Content-Type in lower case, "application/json" if the header is missing. */
  public String contentType() {
    return head.contentType(MediaTypes.JSON);
  }

  /** First media type of Accept in lower case, "" if the header is missing. */
  public String acceptType() {
    return head.acceptType();
  }

  /** The whole body as text: UTF-8, what is not valid becomes U+FFFD. */
  public String bodyText() {
    return body.text();
  }

  /** The body as text after content handling, for mapping templates: bytes become base64. */
  public String bodyText(ContentHandling handling) {
    return new String(requestPayload(handling).bytes(), StandardCharsets.UTF_8);
  }

  /** The whole body after decoding its Content-Encoding. */
  public byte[] bodyBytes() {
    return body.bytes();
  }

  /** The whole body as it was sent, before any decoding. */
  public byte[] sentBody() {
    return body.sentBytes();
  }

  /**
   * The first bytes of the body as it was sent, at most so many; nothing may have read the body
   * before, and whoever reads it later gets all of it.
   */
  public byte[] bodyPrefix(int most) {
    return body.prefix(most);
  }

  /** Whether Content-Type is one of the binary media types of the API. */
  public boolean binaryBody() {
    BinaryMediaTypes types = api().binaryMediaTypes();
    return !types.isEmpty() && types.cover(head.contentType(""));
  }

  /** Whether the first media type of Accept is one of the binary media types of the API. */
  public boolean binaryAccepted() {
    return api().binaryMediaTypes().cover(acceptType());
  }

  /**
   * The body for the integration, after content handling, which HTTP APIs have not. Bytes that pass
   * unchanged are streamed, and so is long text.
   */
  public Payload requestPayload(@Nullable ContentHandling handling) {
    boolean binary = api().httpApi() || binaryBody();
    boolean whole = handling != null && (handling == ContentHandling.CONVERT_TO_TEXT) == binary;
    return PayloadConversion.request(body.payload(whole), binary, handling);
  }

  /**
   * Fails if a request template would have to read bytes that are not text: the body is binary and
   * is not converted to text, or is converted to bytes.
   */
  public void requireTextBody(@Nullable ContentHandling handling) {
    boolean bytes = handling == null ? binaryBody() : handling == ContentHandling.CONVERT_TO_BINARY;
    if (bytes) {
      throw GatewayFailure.configurationError("Unable to transform request");
    }
  }

  /**
   * Fails if the body is oversized or corrupt and nobody has read it: before a backend is called
   * without it, and before an answer that does without it.
   */
  public void judgeBody() {
    body.judge();
  }

  /** Fails if the request's body has a coding that cannot be decoded. */
  public void requireKnownCoding() {
    body.requireKnownCoding();
  }

  /** The path that events of version 1.0 show, without the stage at the default endpoint. */
  public String shownPath() {
    return arrival.stagePath().shownPath(arrival.path());
  }

  /** The path by which routes are found: without stage and base path. */
  public String routedPath() {
    String path = arrival.path().substring(arrival.stagePath().routed());
    return path.startsWith("/") ? path : "/" + path;
  }

  /** The path that events of version 2.0 show, without a base path of a custom domain. */
  public String rawPath() {
    return arrival.stagePath().rawPath(arrival.path());
  }

  /** Verb and path segments. */
  public Route route() {
    return arrival.route();
  }

  /** Sets the method that answers. */
  public void method(MethodInfo info) {
    method = info;
  }
}
