package io.gatemason.runtime.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.MediaTypes;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadConversion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response in flight. Everything is read when it is first asked for. Belongs to
 * the thread that serves the request.
 *
 * <p>A <em>value list</em> is the one form of every mapping source: empty if the value is missing,
 * in which case the mapping is left out; one element for a scalar; several for a repeated
 * parameter.
 */
public final class Exchange implements Call {
  private final Arrival arrival;
  private final RequestHead head;
  private final Responder responder;
  private final RequestBody body;
  private @Nullable MethodInfo method;
  private final ClientRequest request;
  private @Nullable ContextSlots context;
  private final CallRecord record = new CallRecord(Ticker.system());
  private ExecutionLog log = ExecutionLog.NONE;
  private @Nullable ClientOrigin origin;
  private @Nullable Consumer<RuntimeException> failures;
  private final AnswerDoor door;
  private boolean traceIdReturned;

  /** The exchange of a request that has arrived at an API. */
  public Exchange(ClientRequest request, ClientAnswer answer, Arrival arrival) {
    this.request = request;
    this.arrival = arrival;
    this.head = new RequestHead(request, arrival);
    this.responder = new Responder(request, answer);
    this.door = new AnswerDoor(responder);
    this.body = new RequestBody(request, arrival.limits().payloadBytes());
  }

  /** Fails if the request's body has a coding that cannot be decoded. */
  public void requireKnownCoding() {
    body.requireKnownCoding();
  }

  /** Sets where the lines of the execution log go; nowhere unless set. */
  public void log(ExecutionLog lines) {
    log = lines;
  }

  @Override
  public CallRecord record() {
    return record;
  }

  @Override
  public ExecutionLog log() {
    return log;
  }

  @Override
  public String traceId() {
    return head.traceId();
  }

  /** Sets the method that answers. */
  public void method(MethodInfo info) {
    method = info;
  }

  /** Sets what answers the request if its method throws. */
  public void onFailure(Consumer<RuntimeException> answer) {
    failures = answer;
  }

  /**
   * Answers as if the method had thrown {@code failure}, although it still runs: called by another
   * thread than the request's, once, while that one waits for something else than this exchange and
   * the request's body is read. The method must then end with a failure of its own. Requests do not
   * follow on an HTTP/1 connection, where they would have to wait for the method.
   *
   * @throws RuntimeException if the request cannot be answered
   */
  public void answerEarly(RuntimeException failure) {
    responder.last();
    Objects.requireNonNull(failures, "nothing answers failures").accept(failure);
  }

  /** A value list as one text: {@code ifMissing} if empty, several values joined with a comma. */
  public static String text(List<String> values, String ifMissing) {
    return values.isEmpty() ? ifMissing : String.join(",", values);
  }

  @Override
  public ApiInfo api() {
    return arrival.api();
  }

  /** Verb and path segments. */
  public Route route() {
    return arrival.route();
  }

  @Override
  public RequestIds ids() {
    return arrival.ids();
  }

  @Override
  public ClientLine client() {
    return request.line();
  }

  /** Where the request came from. */
  public ClientOrigin origin() {
    ClientOrigin known = origin;
    if (known == null) {
      known =
          ClientOrigin.of(
              arrival.proxies(),
              head.peerAddress(),
              head.secure(),
              head.localPort(),
              head.fields());
      origin = known;
    }
    return known;
  }

  @Override
  public Limits limits() {
    return arrival.limits();
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

  /** Value list with the last value of a header; hop-by-hop headers are invisible. */
  public List<String> header(String name) {
    return head.view().last(name);
  }

  /** Value list with all values of a header, joined with a comma. */
  public List<String> headers(String name) {
    return head.view().joined(name);
  }

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

  /** A stage variable as text, "" if missing. */
  public String stageVariableText(String name) {
    return api().stageVariables().getOrDefault(name, "");
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
   * The body for the integration, after content handling. Bytes that pass unchanged are streamed,
   * and so is long text.
   */
  public Payload requestPayload(@Nullable ContentHandling handling) {
    boolean binary = binaryBody();
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
      throw new ExchangeFailure(Reason.REQUEST_NOT_TEXT, "Unable to transform request");
    }
  }

  /** Whether an answer, or a part of one, may be on its way to the client already. */
  public boolean answering() {
    return responder.status() != 0;
  }

  /** Demands that the answer carries X-Amzn-Trace-Id, as http and aws integrations do. */
  public void returnTraceId() {
    traceIdReturned = true;
  }

  @Override
  public ContextSlots context() {
    ContextSlots slots = context;
    if (slots == null) {
      slots = new ContextSlots(new RequestContext(this, request, arrival)::value);
      context = slots;
    }
    return slots;
  }

  /** The way of the answer to the client. */
  public AnswerDoor door() {
    return door;
  }

  /** Starts the answer of a non-proxy integration. */
  public MethodAnswer answer(int status) {
    return new MethodAnswer(this, responder, status);
  }

  /** Starts the answer of a proxy integration. */
  public ProxyAnswer proxyAnswer(int status) {
    return new ProxyAnswer(this, responder, status);
  }

  /** Starts the gateway's own answer; what an earlier answer had set is forgotten. */
  public MethodAnswer gatewayAnswer(int status, ErrorDetails error) {
    responder.clear();
    traceIdReturned = false;
    error.tell(context());
    return new MethodAnswer(this, responder, status, false);
  }

  @Nullable String returnedTraceId() {
    return traceIdReturned ? head.traceId() : null;
  }

  int status() {
    return responder.status();
  }

  /**
   * Fails if the body is oversized or corrupt and nobody has read it: before a backend is called
   * without it, and before an answer that does without it.
   */
  public void judgeBody() {
    body.judge();
  }
}
