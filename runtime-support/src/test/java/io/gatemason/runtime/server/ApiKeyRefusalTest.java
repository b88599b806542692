package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.ApiKeys;
import io.gatemason.runtime.throttle.UsagePlan;
import io.helidon.config.Config;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has no key of the stage learns nothing else, by the answer or by the work for it. */
class ApiKeyRefusalTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 2_000;
  private static final int MOST_ROUNDS = 100;

  /** Bytes that a found key is listed in; a digest takes many times as many. */
  private static final int LITTLE = 64;

  /** Two short ones, whose texts in the log are shorter, and others of one length. */
  private static final Map<String, String> REFUSED =
      new TreeMap<>(
          Map.of(
              "absent", "",
              "short", "x",
              "unknown", "nobody-has-this-key-at-all",
              "other case", "OPENS-THIS-STAGE-AND-NO-OT",
              "switched off", "switched-off-but-in-a-plan",
              "without a plan", "switched-on-but-in-no-plan",
              "of another stage", "opens-another-stage-than-t"));

  private static final String GOOD = "opens-this-stage-and-no-ot";

  private final Map<String, Long> allocated = new ConcurrentHashMap<>();
  private Services services;
  private GatewayServer server;

  @BeforeEach
  void start() {
    services =
        Services.open(
            Config.empty(),
            Map.of(),
            List.of(),
            List.of(
                UsagePlan.of("Here", "here").stage("shop", "dev"),
                UsagePlan.of("Elsewhere", "elsewhere").stage("shop", "prod")),
            List.of(
                ApiKey.of("Good", "good").value(GOOD).enabled().plan("Here"),
                ApiKey.of("Off", "off").value(REFUSED.get("switched off")).plan("Here"),
                ApiKey.of("Lone", "lone").value(REFUSED.get("without a plan")).enabled(),
                ApiKey.of("Other", "other")
                    .value(REFUSED.get("of another stage"))
                    .enabled()
                    .plan("Elsewhere")));
    Stage stage = new Stage(services, ApiInfo.builder("shop", "dev").build());
    ApiKeys keys = stage.apiKeys();
    server =
        TestApi.start(
            Map.of(),
            services,
            new TestApi(stage.info())
                .method(
                    "GET",
                    "/pets",
                    exchange -> {
                      keys.require(exchange);
                      exchange.answer(200).body("text/plain", "open").send();
                    })
                .method(
                    "GET",
                    "/work",
                    exchange -> {
                      String name = Exchange.text(exchange.head().inAnyCase("x-name"), "");
                      allocated.put(name, ofPlatformThread(keys, exchange));
                      exchange.answer(200).body("text/plain", "done").send();
                    }));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void theAnswerIsTheSame() throws IOException {
    assertEquals(200, RawClient.get(server.port(), "/dev/pets", "x-api-key: " + GOOD).status());
    String absent = shown(RawClient.get(server.port(), "/dev/pets"));
    assertTrue(absent.startsWith("403 {\"message\":\"Forbidden\"}"), absent);
    for (String key : REFUSED.values()) {
      assertEquals(absent, shown(RawClient.get(server.port(), "/dev/pets", "x-api-key: " + key)));
    }
    for (String header :
        List.of(
            "x-api-key:",
            "x-api-key: " + "k".repeat(10_000),
            "x-api-key: " + GOOD + "\u00e9",
            "x-api-key: " + GOOD + " x",
            "x-api-keys: " + GOOD)) {
      assertEquals(absent, shown(RawClient.get(server.port(), "/dev/pets", header)), header);
    }
    assertEquals(absent, shown(RawClient.get(server.port(), "/dev/pets?x-api-key=" + GOOD)));
  }

  /**
   * Time is nothing for a test, but what is allocated is the same every time: a digest that is left
   * out shows in it, as does a look-up that is made once more. Texts that are longer take more.
   */
  @Test
  void theWorkIsTheSame() throws IOException {
    // Code allocates less once it is compiled: counts when a round is as the two before it.
    int equal = 0;
    for (int i = 0; i < MOST_ROUNDS && equal < 2; i++) {
      Map<String, Long> before = Map.copyOf(allocated);
      round();
      equal = allocated.equals(before) ? equal + 1 : 0;
    }
    assertEquals(REFUSED.keySet(), allocated.keySet());
    long digest = digest();
    assertTrue(digest > 3 * LITTLE, () -> "a digest allocates " + digest);
    long brief = allocated.get("short") - allocated.get("absent");
    assertTrue(0 <= brief && brief < digest, () -> digest + " " + allocated);
    allocated.forEach(
        (name, bytes) -> {
          boolean isBrief = name.equals("short") || name.equals("absent");
          long more = Math.abs(bytes - allocated.get("unknown"));
          assertTrue(isBrief || more < LITTLE, () -> name + " of " + allocated);
        });
  }

  private void round() throws IOException {
    for (Map.Entry<String, String> key : REFUSED.entrySet()) {
      RawClient.get(
          server.port(), "/dev/work", "x-name: " + key.getKey(), "x-api-key: " + key.getValue());
    }
    RawClient.get(server.port(), "/dev/work", "x-name: absent");
  }

  private static String shown(RawClient.Reply reply) {
    return reply.status() + " " + reply.text() + " " + reply.header("x-amzn-ErrorType");
  }

  /** Bytes of a call. Virtual threads are not counted. */
  private static long ofPlatformThread(ApiKeys keys, Exchange exchange) {
    long[] bytes = new long[1];
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  refuse(keys, exchange);
                  long before = THREADS.getCurrentThreadAllocatedBytes();
                  refuse(keys, exchange);
                  bytes[0] = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
                });
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return bytes[0];
  }

  private static void refuse(ApiKeys keys, Exchange exchange) {
    for (int i = 0; i < CALLS; i++) {
      assertThrows(GatewayFailure.class, () -> keys.require(exchange));
    }
  }

  private static long digest() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      assertEquals(32, Sha256.of("nobody-has-this-key-at-all").length);
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }
}
