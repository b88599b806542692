package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.BackendClient.PoolState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Callers and a backend that do everything that can go wrong, at random: no answer reaches another
 * request, and in the end every connection is back. Lasts {@code -Dgatemason.stress-seconds}.
 */
@Timeout(600)
final class ClientStressTest {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("gatemason.stress-seconds", 1));
  private static final int CALLERS = 48;
  private static final int CONNECTIONS = 20;

  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  @Test
  void noAnswerGoesAstrayAndNoConnectionIsLost() throws InterruptedException {
    Map<String, String> settings =
        Map.of("gateway.backend.max-connections-per-host", Integer.toString(CONNECTIONS));
    try (ScriptedBackend backend = new ScriptedBackend(ClientStressTest::misbehave);
        BackendClientFixture gateway = new BackendClientFixture(settings)) {
      long end = System.nanoTime() + LENGTH.toNanos();
      List<Thread> callers = new ArrayList<>();
      List<Throwable> faults = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        SplittableRandom random = new SplittableRandom(i);
        callers.add(
            (i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform())
                .start(
                    () -> {
                      try {
                        while (System.nanoTime() < end) {
                          call(gateway.client, backend, random);
                        }
                      } catch (Throwable e) {
                        synchronized (faults) {
                          faults.add(e);
                        }
                      }
                    }));
      }
      SplittableRandom random = new SplittableRandom(-1);
      while (System.nanoTime() < end) {
        callers.get(random.nextInt(CALLERS)).interrupt();
        TimeUnit.MILLISECONDS.sleep(3);
      }
      for (Thread caller : callers) {
        assertTrue(caller.join(Duration.ofSeconds(30)), outcomes::toString);
      }
      assertEquals(List.of(), faults, outcomes::toString);
      assertTrue(
          outcomes.keySet().stream().noneMatch(each -> each.endsWith("LATE")), outcomes::toString);
      PoolState state = gateway.client.pool();
      assertEquals(0, state.active());
      assertEquals(0, state.waiting());
      assertTrue(state.idle() <= CONNECTIONS, state::toString);
    }
  }

  private void call(PooledBackendClient client, ScriptedBackend backend, SplittableRandom random) {
    Thread.interrupted();
    String path = "/" + numbers.incrementAndGet();
    boolean post = random.nextInt(3) == 0;
    long hangsUp = random.nextInt(10) == 0 ? System.nanoTime() + random.nextInt(300_000_000) : -1;
    ClientLine line = () -> hangsUp > 0 && System.nanoTime() > hangsUp;
    int timeout = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 400 + random.nextInt(400);
    HeaderFields headers = new HeaderFields();
    headers.add("Host", "test");
    BackendRequest request =
        new BackendRequest(
            post ? "POST" : "GET", path, headers, post ? body(random) : null, timeout, line);
    String outcome;
    long start = System.nanoTime();
    try (BackendReply reply = client.send(HttpEndpoint.of(backend.url()).address(), request)) {
      if (random.nextInt(10) == 0) {
        reply.countReadsOnly();
      }
      InputStream body = reply.body();
      byte[] read = random.nextInt(10) == 0 ? body.readNBytes(3) : body.readAllBytes();
      String text = new String(read, StandardCharsets.ISO_8859_1);
      assertTrue(path.startsWith(text) || text.startsWith(path + "\n"), text + " for " + path);
      outcome = Integer.toString(reply.status());
    } catch (BackendException e) {
      outcome = e.clientIsGone() ? "gone" : e.asFailure().toString().replaceAll("[0-9]+", "n");
    } catch (GatewayFailure | UncheckedIOException e) {
      outcome = "client " + e.getClass().getSimpleName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > 5_000) {
      outcome += " LATE";
    }
    outcomes.computeIfAbsent(outcome, any -> new LongAdder()).increment();
  }

  private static Payload body(SplittableRandom random) {
    int length = random.nextInt(random.nextInt(5) == 0 ? 3_000_000 : 50_000);
    int breaks = random.nextInt(6) == 0 ? random.nextInt(length + 1) : -1;
    InputStream stream =
        new ByteArrayInputStream(new byte[length]) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int count) {
            if (breaks >= 0 && pos >= breaks) {
              throw new UncheckedIOException(new IOException("client gone"));
            }
            return super.read(bytes, offset, count);
          }
        };
    return switch (random.nextInt(3)) {
      case 0 -> Payload.of(new byte[length]);
      case 1 -> Payload.of(stream, length);
      default -> Payload.of(stream, -1);
    };
  }

  private static void misbehave(ScriptedBackend.Connection connection) throws IOException {
    SplittableRandom random = new SplittableRandom();
    for (String head = connection.readHead(); !head.isEmpty(); head = connection.readHead()) {
      String path = head.split(" ")[1];
      if (head.startsWith("POST")) {
        if (random.nextInt(5) == 0) {
          connection.send("HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n");
          connection.pause(random.nextInt(50));
          return;
        }
        if (!connection.skipBody(head)) {
          return;
        }
      }
      String sized = "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path;
      String chunks =
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(path.length())
              + "\r\n"
              + path
              + "\r\n0\r\n\r\n";
      switch (random.nextInt(24)) {
        case 0 -> {
          return;
        }
        case 1 -> {
          connection.send("HTTP/1.1 200 OK\r\n\r\n" + path);
          return;
        }
        case 2 -> {
          connection.reset();
          return;
        }
        case 3 -> connection.send("HTTP/1.1 103 Early\r\nA: b\r\n\r\n" + sized);
        case 4 -> {
          connection.pause(random.nextInt(600));
          connection.send(sized);
        }
        case 5 -> {
          connection.send(sized.substring(0, random.nextInt(sized.length())));
          return;
        }
        case 6 -> {
          connection.send(sized + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
          connection.holdOpen();
        }
        case 7 -> {
          connection.send(sized.substring(0, 20));
          connection.pause(random.nextInt(100));
          connection.send(sized.substring(20));
        }
        case 8 -> {
          connection.send(sized);
          return;
        }
        case 9, 10, 11 -> connection.send(chunks);
        default -> connection.send(sized);
      }
    }
  }
}
