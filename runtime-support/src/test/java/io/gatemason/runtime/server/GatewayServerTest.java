package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatewayServerTest {

  @Test
  void finishesRunningRequestsWhenItStops() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    TestApi api = new TestApi(ApiInfo.of("one", ""));
    api.method(
        "GET",
        "/x",
        exchange -> {
          entered.countDown();
          await(release);
          exchange.answer(200).body("text/plain", "finished").send();
        });
    GatewayServer running = TestApi.start(api);
    int port = running.port();
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("GET /x"), new byte[0]);
      assertTrue(entered.await(10, TimeUnit.SECONDS));
      Thread stopping = new Thread(running::stop);
      stopping.start();
      while (accepts(port)) {
        Thread.onSpinWait();
      }
      release.countDown();
      assertEquals("finished", client.read(false).text());
      stopping.join(10_000);
      assertFalse(stopping.isAlive());
    }
  }

  private static boolean accepts(int port) {
    try {
      new RawClient(port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("never released");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
