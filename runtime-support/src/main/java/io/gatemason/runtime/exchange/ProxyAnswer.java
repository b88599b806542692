package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.payload.BinaryMediaTypes;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.MediaTypes;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadConversion;
import io.gatemason.runtime.stage.Cors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a proxy integration: status and headers as the integration gives them, the payload
 * streamed where content handling leaves it unchanged.
 */
public final class ProxyAnswer {
  private final Exchange exchange;
  private final Responder responder;
  private final int status;

  ProxyAnswer(Exchange exchange, Responder responder, int status) {
    this.exchange = exchange;
    this.responder = responder;
    this.status = status;
  }

  /**
   * Adds a header value; a name given twice is sent twice. Which names pass, and under which name,
   * is the integration's business; Content-Length and Transfer-Encoding never do.
   */
  public ProxyAnswer header(String name, String value) {
    responder.add(name, value);
    return this;
  }

  /** Whether the client gets status and headers alone: of the payload only its length is used. */
  public boolean headOnly() {
    return responder.headOnly();
  }

  /**
   * Sends the payload and closes it. Its length is sent as Content-Length if it is known; for a
   * HEAD request the length is sent and the payload is not read. If the payload breaks off before
   * anything was sent, a gateway response follows; after that the connection is cut.
   *
   * @param contentType the backend's Content-Type, "" if it sent none
   */
  public void send(Payload payload, String contentType, @Nullable ContentHandling handling) {
    Payload sent = payload;
    if (!responder.has("Content-Encoding") && !headOnly()) {
      BinaryMediaTypes types = exchange.api().binaryMediaTypes();
      sent =
          PayloadConversion.response(
              payload,
              !types.isEmpty(),
              types.cover(MediaTypes.first(contentType)),
              types.cover(exchange.acceptType()),
              handling);
    }
    send(sent);
  }

  /**
   * As {@link #send(Payload, String, ContentHandling)}, without content handling: for integrations
   * that say themselves what is text and what is bytes.
   */
  public void send(Payload payload) {
    Payload watched = exchange.door().pass(status, payload);
    addIdentifiers(watched);
    responder.send(status, watched, exchange.api().minimumCompressionSize());
  }

  /**
   * Sends status and headers, then the payload as it comes, and closes it. As {@link
   * #send(Payload)}, but nothing is compressed, and nothing waits for a payload that comes slowly.
   */
  public void stream(Payload payload) {
    exchange.record().streams();
    addIdentifiers(payload);
    responder.stream(status, payload);
  }

  private void addIdentifiers(Payload payload) {
    if (exchange.api().httpApi()) {
      exchange.door().tell(payload);
      exchange.ids().setInHttpApi(responder.fields());
      addCors();
      return;
    }
    String traceId = exchange.returnedTraceId();
    if (traceId != null) {
      responder.set(TraceHeader.NAME, traceId);
    }
    exchange.door().tell(payload);
    responder.set(exchange.ids());
  }

  private void addCors() {
    Cors cors = exchange.api().cors();
    if (cors != null && !responder.has("access-control-allow-origin")) {
      List<String> origin = exchange.head().inAnyCase("Origin");
      cors.answer(origin.isEmpty() ? null : origin.getFirst(), responder::add);
    }
  }
}
