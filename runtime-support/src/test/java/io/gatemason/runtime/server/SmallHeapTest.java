package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.server.RawClient.Reply;
import io.gatemason.runtime.template.TemplateInput;
import io.gatemason.runtime.template.TemplateOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty bodies of 10 MB for a template do not end a process with a heap of 256 MB. */
@Timeout(60)
class SmallHeapTest {
  private static final int CLIENTS = 50;
  private static final int BODY_BYTES = 10_000_000;

  @Test
  void refusesBodiesThatDoNotFitAndServesTheRest() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Small.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(out.readLine());
      byte[] body = json();
      int served = 0;
      for (Reply reply : all(port, body)) {
        assertTrue(reply.status() == 200 || reply.status() == 503, reply.statusLine());
        served += reply.status() == 200 ? 1 : 0;
        assertEquals(
            reply.status() == 200
                ? String.valueOf(BODY_BYTES)
                : "{\"message\":\"Service Unavailable\"}",
            reply.text());
      }
      assertTrue(served > 0, "nobody was served");
      assertTrue(process.isAlive(), "ended");
      assertNothingHeld(port);
      assertEquals(200, post(port, body).status());
    } finally {
      process.destroyForcibly();
    }
  }

  /** All at once; ordinary requests are answered meanwhile. */
  private static List<Reply> all(int port, byte[] body) throws Exception {
    CountDownLatch done = new CountDownLatch(CLIENTS);
    List<Future<Reply>> waiting = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        waiting.add(
            threads.submit(
                () -> {
                  try {
                    return post(port, body);
                  } finally {
                    done.countDown();
                  }
                }));
      }
      do {
        assertEquals("hello", RawClient.get(port, "/").text());
      } while (!done.await(50, TimeUnit.MILLISECONDS));
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> each : waiting) {
      replies.add(each.get());
    }
    return replies;
  }

  private static Reply post(int port, byte[] body) throws IOException {
    return RawClient.send(
        port, RawClient.head("POST /template", "Content-Length: " + body.length), body);
  }

  private static void assertNothingHeld(int port) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String held = RawClient.get(port, "/held").text();
    while (!held.equals("0") && System.nanoTime() < deadline) {
      held = RawClient.get(port, "/held").text();
    }
    assertEquals("0", held);
  }

  private static byte[] json() {
    byte[] body = new byte[BODY_BYTES + 11];
    Arrays.fill(body, (byte) 'a');
    System.arraycopy("{\"text\":\"".getBytes(StandardCharsets.US_ASCII), 0, body, 0, 9);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';
    return body;
  }

  /** A gateway whose template prints a member of the body. */
  static final class Small {
    private Small() {}

    public static void main(String[] arguments) {
      GatewayServer[] server = new GatewayServer[1];
      server[0] =
          TestApi.start(
              new TestApi(ApiInfo.of("one", ""))
                  .method("POST", "/template", Small::template)
                  .method("GET", "/held", exchange -> tell(exchange, server[0].bytesInFlight()))
                  .method("GET", "/", exchange -> tell(exchange, "hello")));
      System.out.println(server[0].port());
    }

    private static void template(Exchange exchange) {
      TemplateInput input = TemplateInput.request(exchange, exchange::bodyText);
      TemplateOutput out = new TemplateOutput();
      String text = out.render(() -> out.text(((Map<?, ?>) input.root()).get("text").toString()));
      tell(exchange, text.length());
    }

    private static void tell(Exchange exchange, Object what) {
      exchange.answer(200).body("text/plain", what.toString()).send();
    }
  }
}
