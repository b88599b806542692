package io.gatemason.runtime.server.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Target;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that are nearly right, cut into pieces at random: the readers agree with a naive one
 * about what is a request and what it says, and neither hang nor fail otherwise.
 */
@Timeout(180)
final class FuzzTest {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("gatemason.fuzz-seconds", 2));
  private static final Deadlines DEADLINES = Deadlines.start(System::nanoTime);
  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(
          10_240,
          10_240,
          100,
          10_485_760,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          1_000,
          100,
          0,
          100,
          100);
  private static final String[] LINES = {
    "GET /dev/x HTTP/1.1", "POST /a?b=c HTTP/1.1", "PUT http://a/b HTTP/1.1", "GET /x HTTP/1.0"
  };
  private static final String[] FIELDS = {
    "Host: a",
    "Host: a.b:80",
    "host:[::1]",
    "Content-Length: 3",
    "Content-Length: 0003",
    "Transfer-Encoding: chunked",
    "transfer-encoding:\tCHUNKED ",
    "Connection: close",
    "A: b",
    "Expect: 100-continue",
    "X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "Empty:",
    "A:\u00e9\u00ff"
  };
  private static final String[] CHUNKS = {
    "3\r\nabc\r\n", "A\r\n0123456789\r\n", "1;a\r\nx\r\n", "2;a=b;c=\"d\\\"\"\r\nxy\r\n",
    "0\r\n\r\n", "0\r\nA: b\r\n\r\n", "00;x\r\n\r\n", "5 ; a = b\r\nabcde\r\n"
  };
  private static final String SPICE = "\r\n\t :;,=\"\\\0\u007f\u0080\u00ff+-0aFxX#?/%[]()";

  @AfterAll
  static void stop() {
    DEADLINES.close();
  }

  @Test
  void headsAreReadAsTheGrammarIsWritten() {
    long end = System.nanoTime() + LENGTH.toNanos();
    for (long seed = 1; System.nanoTime() < end; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(pick(random, LINES)).append("\r\n");
      text.append(random.nextInt(8) == 0 ? "" : "Host: a\r\n");
      for (int i = random.nextInt(5); i > 0; i--) {
        text.append(pick(random, FIELDS)).append("\r\n");
      }
      String request = mutated(random, text.append("\r\n")) + "\r\n\r\n";
      assertEquals(NaiveReader.head(request), head(request, random), () -> shown(request));
    }
  }

  @Test
  void chunksAreReadAsTheGrammarIsWritten() {
    long end = System.nanoTime() + LENGTH.toNanos();
    for (long seed = 1; System.nanoTime() < end; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(4); i > 0; i--) {
        text.append(pick(random, CHUNKS));
      }
      String body = mutated(random, text.append("0\r\n\r\n")) + "GET";
      assertEquals(NaiveReader.chunked(body), chunked(body, random), () -> shown(body));
    }
  }

  private static String pick(SplittableRandom random, String[] texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static String mutated(SplittableRandom random, StringBuilder text) {
    for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      char spice = SPICE.charAt(random.nextInt(SPICE.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, spice);
        case 1 -> text.setCharAt(at, spice);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  /** The bytes come in pieces, each in an array that is as long as the whole so far. */
  private static @Nullable String head(String request, SplittableRandom random) {
    byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
    HeadReader reader = new HeadReader(LIMITS);
    int come = 0;
    try {
      for (int length = -1; length < 0 && come < bytes.length; ) {
        come = Math.min(bytes.length, come + 1 + random.nextInt(20));
        int before = random.nextInt(5);
        byte[] array = new byte[before + come];
        System.arraycopy(bytes, 0, array, before, come);
        length = reader.read(array, before, array.length);
      }
      RequestHead head = reader.take();
      Framing.of(head);
      StringBuilder fields = new StringBuilder();
      for (int i = 0; i < head.count(); i++) {
        fields.append(i == 0 ? "" : ", ").append(head.name(i)).append("=").append(head.value(i));
      }
      return head.method() + " " + head.target() + " [" + fields + "]";
    } catch (RefusalException e) {
      return null;
    }
  }

  private static @Nullable String chunked(String text, SplittableRandom random) {
    ClientSocket client = client(text.getBytes(StandardCharsets.ISO_8859_1), random);
    HeadReader reader = new HeadReader(LIMITS);
    byte[] head =
        "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    reader.read(head, 0, head.length);
    RequestHead read = reader.take();
    Conversation conversation =
        new Conversation(surroundings(), client, read, Framing.of(read), Target.of("POST", "/x"));
    try {
      String body = new String(conversation.body().readAllBytes(), StandardCharsets.ISO_8859_1);
      byte[] rest = client.input().take();
      while (true) {
        byte[] more =
            client.input().received(io.gatemason.runtime.server.wire.Wait.REST, 1, Long.MAX_VALUE);
        if (more == null) {
          return body + "|" + new String(rest, StandardCharsets.ISO_8859_1);
        }
        int length = rest.length;
        rest = Arrays.copyOf(rest, length + more.length);
        System.arraycopy(more, 0, rest, length, more.length);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static ClientSocket client(byte[] bytes, SplittableRandom random) {
    int[] at = {0};
    HelidonSocket socket =
        fake(
            HelidonSocket.class,
            (name) -> {
              int from = at[0];
              at[0] = Math.min(bytes.length, from + 1 + random.nextInt(6));
              return from == bytes.length ? null : Arrays.copyOfRange(bytes, from, at[0]);
            });
    ConnectionContext context = fake(ConnectionContext.class, name -> socket);
    return new ClientSocket(context, DEADLINES, new Deadline.Owner() {});
  }

  private static Surroundings surroundings() {
    return fake(
        Surroundings.class,
        name ->
            switch (name) {
              case "limits" -> LIMITS;
              case "deadlines" -> DEADLINES;
              default -> throw new IllegalStateException(name);
            });
  }

  private static <T> T fake(
      Class<T> type, java.util.function.Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  private static String shown(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
  }
}
