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
 * came, so many at once, and the end. Each goes the way of the stage that is served when it comes.
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
    Way way;
    try {
      way = way(message.text());
      places.acquire();
    } catch (InterruptedException | RuntimeException e) {
      memory.release(message.held());
      throw e;
    }
    if (turn.getCount() == 0 && way.answersAtOnce()) {
      work(message, way, turn, memory);
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
              work(message, way, next, memory);
            });
  }

  private Way way(String text) {
    WebSockets serving = owner.serving();
    JsonNode json = Selection.read(text);
    MethodHandler selected = json == null ? null : serving.routes().select(new JsonMessage(json));
    return new Way(serving, selected == null ? serving.routes().fallback() : selected);
  }

  private void work(Received.Text message, Way way, CountDownLatch next, MemoryBudget memory) {
    try {
      answer(message.text(), way, next);
    } finally {
      next.countDown();
      places.release();
      memory.release(message.held());
    }
  }

  private void answer(String text, Way way, CountDownLatch next) {
    WebSockets serving = way.serving();
    MethodHandler route = way.route();
    RequestIds ids = RequestIds.ofMessage();
    if (route == null) {
      connection.sendOrDrop(ErrorFrame.forbidden(connection.id(), ids.requestId()));
      return;
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Event event = event("MESSAGE", serving, route, ids, body);
    event.exchange().context().set(ContextVariable.MESSAGE_ID, RequestIds.ofMessage().requestId());
    event.exchange().record().whenIntegrationBegins(next::countDown);
    String error = event.run(route, serving.throttle(), connection.id());
    serving.learn(route, error == null && event.exchange().record().integrationNanos() < 0);
    String answer = error == null && route.info().answersMessages() ? event.answer() : error;
    if (answer != null && !answer.isEmpty()) {
      connection.sendOrDrop(answer);
    }
  }

  /** The connection is over: tells the route {@code $disconnect}, whatever comes of it. */
  void disconnected(CloseStatus status) {
    WebSockets serving = owner.serving();
    MethodHandler route = serving.routes().disconnect();
    if (route != null) {
      Event event = event("DISCONNECT", serving, route, RequestIds.ofMessage(), NONE);
      Exchange exchange = event.exchange();
      exchange
          .context()
          .set(ContextVariable.DISCONNECT_STATUS_CODE, Integer.toString(status.code()));
      exchange.context().set(ContextVariable.DISCONNECT_REASON, status.reason());
      event.run(route, any -> {}, connection.id());
    }
  }

  private Event event(
      String type, WebSockets serving, MethodHandler route, RequestIds ids, byte[] body) {
    Handshake handshake = connection.handshake();
    Event event = Event.of(serving, handshake, ids, body);
    Exchange exchange = event.exchange();
    exchange.method(route.info());
    Handshake.tellEvent(
        exchange.context(), type, route.info().resourcePath(), handshake.connectionId());
    handshake.tell(exchange.context());
    return event;
  }

  /**
   * The way of a message.
   *
   * @param serving the stage as it is when the message comes
   * @param route its route, null if there is none
   */
  private record Way(WebSockets serving, @Nullable MethodHandler route) {
    boolean answersAtOnce() {
      return serving.answersAtOnce(route);
    }
  }
}
