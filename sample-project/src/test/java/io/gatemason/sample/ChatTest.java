package io.gatemason.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chat, by a client and by the page in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatTest {
  private static final String CALLBACK_HOST = "gateway.websocket.callback-host";

  private final HttpClient client = HttpClient.newHttpClient();
  private PetStore store;
  private int port;

  /** What one of the chatters hears. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      socket.request(1);
      return null;
    }

    String next() throws InterruptedException {
      return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }
  }

  @BeforeAll
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    System.setProperty("server.port", Integer.toString(port));
    System.setProperty(CALLBACK_HOST, "localhost:" + port);
    store = PetStore.start();
  }

  @AfterAll
  void stop() {
    store.close();
    client.close();
    System.clearProperty("server.port");
    System.clearProperty(CALLBACK_HOST);
  }

  private WebSocket enter(Ear ear) {
    URI room = URI.create("ws://localhost:" + port + "/live");
    return client.newWebSocketBuilder().buildAsync(room, ear).join();
  }

  @Test
  void whatOneSaysGoesToAll() throws InterruptedException {
    Ear ann = new Ear();
    Ear bob = new Ear();
    WebSocket speaker = enter(ann);
    WebSocket listener = enter(bob);
    speaker.sendText("{\"action\":\"send\",\"name\":\"Ann\",\"text\":\"hello\"}", true).join();
    assertEquals("{\"name\":\"Ann\",\"text\":\"hello\"}", ann.next());
    assertEquals("{\"name\":\"Ann\",\"text\":\"hello\"}", bob.next());
    listener.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    speaker.sendText("{\"action\":\"send\",\"name\":\"Ann\",\"text\":\"alone\"}", true).join();
    assertEquals("{\"name\":\"Ann\",\"text\":\"alone\"}", ann.next());
    speaker.abort();
  }

  @Test
  void thePageChats() throws IOException, InterruptedException {
    assertEquals(
        List.of(
            "Ann heard [\"Ann: hello <b>you</b>\",\"Bob: grüße\"]",
            "Bob heard [\"Ann: hello <b>you</b>\",\"Bob: grüße\"]",
            "Ann heard [\"Ann: hello <b>you</b>\",\"Bob: grüße\",\"Ann: alone\"]"),
        Browser.run("chat.mjs", "http://localhost:" + port + "/v1/chat"));
  }
}
