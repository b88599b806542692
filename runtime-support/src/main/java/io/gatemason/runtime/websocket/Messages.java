package io.gatemason.runtime.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.payload.MemoryBudget;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The events of one connection on their way to their routes: messages in the order in which they
 * came, so many at once, and the end.
 */
final class Messages {
  private static final byte[] NONE = {};

  private final Connection connection;
  private final WebSockets owner;
  private final Semaphore places;

  /** Opens when the integration of the message that came last is called; of the reading thread. */
  private CountDownLatch turn = new CountDownLatch(0);

  Messages(Connection connection, WebSockets owner) {
    this.connection = connection;
    this.owner = owner;
    this.places = new Semaphore(owner.options().messagesAtOnce());
  }

  /**
   * Has a message worked for, as soon as not too many others are. What comes before its integration
   * waits until the integration of the message before it has been called, or there is none. A route
   * that calls none answers at once, in the thread that reads.
   *
   * @param memory gets back what the message holds
   */
  void take(Received.Text message, MemoryBudget memory) throws InterruptedException {
    MethodHandler route;
    try {
      route = route(message.text());
      places.acquire();
    } catch (InterruptedException | RuntimeException e) {
      memory.release(message.held());
      throw e;
    }
    if (turn.getCount() == 0 && owner.answersAtOnce(route)) {
      work(message, route, turn, memory);
      return;
    }
    CountDownLatch own = turn;
    CountDownLatch next = new CountDownLatch(1);
    turn = next;
    Thread.ofVirtual()
        .name("gateway-message")
        .start(
            () -> {
              try {
                own.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              work(message, route, next, memory);
            });
  }

  private @Nullable MethodHandler route(String text) {
    JsonNode json = Selection.read(text);
    MethodHandler selected = json == null ? null : owner.routes().select(new JsonMessage(json));
    return selected == null ? owner.routes().fallback() : selected;
  }

  private void work(
      Received.Text message,
      @Nullable MethodHandler route,
      CountDownLatch next,
      MemoryBudget memory) {
    try {
      answer(message.text(), route, next);
    } finally {
      next.countDown();
      places.release();
      memory.release(message.held());
    }
  }

  private void answer(String text, @Nullable MethodHandler route, CountDownLatch next) {
    RequestIds ids = RequestIds.ofMessage();
    if (route == null) {
      connection.sendOrDrop(ErrorFrame.forbidden(connection.id(), ids.requestId()));
      return;
    }
    Event event = event("MESSAGE", route, ids, text.getBytes(StandardCharsets.UTF_8));
    event.exchange().context().set(ContextVariable.MESSAGE_ID, RequestIds.ofMessage().requestId());
    event.exchange().record().whenIntegrationBegins(next::countDown);
    String error = event.run(route, owner.throttle(), connection.id());
    owner.learn(route, error == null && event.exchange().record().integrationNanos() < 0);
    String answer = error == null && route.info().answersMessages() ? event.answer() : error;
    if (answer != null && !answer.isEmpty()) {
      connection.sendOrDrop(answer);
    }
  }

  /** The connection is over: tells the route {@code $disconnect}, whatever comes of it. */
  void disconnected(CloseStatus status) {
    MethodHandler route = owner.routes().disconnect();
    if (route != null) {
      Event event = event("DISCONNECT", route, RequestIds.ofMessage(), NONE);
      Exchange exchange = event.exchange();
      exchange
          .context()
          .set(ContextVariable.DISCONNECT_STATUS_CODE, Integer.toString(status.code()));
      exchange.context().set(ContextVariable.DISCONNECT_REASON, status.reason());
      event.run(route, any -> {}, connection.id());
    }
  }

  private Event event(String type, MethodHandler route, RequestIds ids, byte[] body) {
    Handshake handshake = connection.handshake();
    Event event = Event.of(owner, handshake, ids, body);
    Exchange exchange = event.exchange();
    exchange.method(route.info());
    Handshake.tellEvent(
        exchange.context(), type, route.info().resourcePath(), handshake.connectionId());
    handshake.tell(exchange.context());
    return event;
  }
}
