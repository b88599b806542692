package io.gatemason.benchmarks.peer;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a developer would write by hand with Helidon's WebSocket module: an echo, and a handler that
 * writes what is posted to one of the connections, whoever posts it.
 */
public final class BareSockets implements WsListener {
  private static final String WHO = "{\"action\":\"who\"}";
  private static final Map<String, WsSession> OPEN = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String id = "connection" + (10_000 + COUNT.incrementAndGet());

  private BareSockets() {}

  /**
   * Serves until the process is ended.
   *
   * @param args the port
   */
  public static void main(String[] args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(
            routing ->
                routing
                    .post("/live/%40connections/{id}", BareSockets::post)
                    .post("/live/@connections/{id}", BareSockets::post))
        .addRouting(WsRouting.builder().endpoint("/live", BareSockets::new))
        .build()
        .start();
  }

  private static void post(ServerRequest request, ServerResponse response) {
    WsSession open = OPEN.get(request.path().pathParameters().get("id"));
    if (open == null) {
      response.status(410).send();
    } else {
      write(open, request.content().as(String.class));
      response.status(200).send();
    }
  }

  private static void write(WsSession session, String text) {
    synchronized (session) {
      session.send(text, true);
    }
  }

  @Override
  public void onOpen(WsSession opened) {
    OPEN.put(id, opened);
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    write(from, text.equals(WHO) ? id : text);
  }

  @Override
  public void onClose(WsSession closed, int status, String reason) {
    OPEN.remove(id);
  }

  @Override
  public void onError(WsSession broken, Throwable failure) {
    OPEN.remove(id);
  }
}
