package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.log.ExecutionLog;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One request and its response in flight. Belongs to the thread that serves the request. */
public final class Exchange extends RequestValues {
  private final Arrival arrival;
  private final Responder responder;
  private final ClientRequest request;
  private @Nullable ContextSlots context;
  private final CallRecord record = new CallRecord(Ticker.system());
  private ExecutionLog log = ExecutionLog.NONE;
  private @Nullable ClientOrigin origin;
  private @Nullable Consumer<RuntimeException> failures;
  private final AnswerDoor door;
  private boolean traceIdReturned;
  private boolean failed;

  /** The exchange of a request that has arrived at an API. */
  public Exchange(ClientRequest request, ClientAnswer answer, Arrival arrival) {
    super(request, arrival);
    this.request = request;
    this.arrival = arrival;
    this.responder = new Responder(request, answer);
    this.door = new AnswerDoor(this, responder);
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
    return head().traceId();
  }

  /** When the request arrived, in milliseconds since 1970. */
  public long epochMillis() {
    return arrival.epochMillis();
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

  @Override
  public ApiInfo api() {
    return arrival.api();
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
              head().peerAddress(),
              head().secure(),
              head().localPort(),
              head().fields());
      origin = known;
    }
    return known;
  }

  @Override
  @Nullable String addedHeader(String name) {
    return ClientOrigin.header(this, name);
  }

  @Override
  public Limits limits() {
    return arrival.limits();
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

  /** Has whatever answer there will be pass through {@code way}, which may make another of it. */
  public void answerThrough(UnaryOperator<ClientAnswer> way) {
    responder.through(way);
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
    failed = true;
    error.tell(context());
    return new MethodAnswer(this, responder, status, false);
  }

  @Nullable String returnedTraceId() {
    return traceIdReturned ? head().traceId() : null;
  }

  /** Remembers why the integration failed, if it was called and that is what failed. */
  public void integrationFailed(GatewayFailure failure) {
    if (failure.executing() && record.integrationMillis() >= 0) {
      context().set(ContextVariable.INTEGRATION_ERROR, failure.getMessage());
    }
  }

  /** Whether the gateway has made the answer itself, or tried to. */
  public boolean failed() {
    return failed;
  }

  /** Status of the answer, 0 before one is known. */
  public int status() {
    return responder.status();
  }

  /** Bytes of the request's body, as far as their number was told, and of the answer's. */
  public long dataProcessed() {
    return Math.max(request.bodyLength(), 0) + responseLength();
  }

  /** Bytes of the answer's body that were sent so far. */
  public long responseLength() {
    return responder.length();
  }
}
