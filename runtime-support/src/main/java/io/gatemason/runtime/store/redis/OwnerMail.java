package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.store.Owner;
import io.gatemason.runtime.store.OwnerSilentException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions to owners in other processes. Each process has a list in Redis, its inbox, which it
 * waits at: letters announce questions, which vanish when nobody waits for an answer any more, or
 * bring answers. Safe for concurrent use.
 */
final class OwnerMail {
  /** How long a process waits at its inbox before it looks around. */
  static final int WAIT_SECONDS = 1;

  private static final System.Logger LOG = System.getLogger(OwnerMail.class.getName());
  private static final RedisScript ASK = RedisScript.read("ask.lua");
  private static final RedisScript ANSWER = RedisScript.read("answer.lua");
  private static final RedisScript COLLECT = RedisScript.read("collect.lua");
  private static final long ANSWER_MILLIS = 2_000;

  /** Whoever takes a question has a moment left to answer it. */
  private static final byte[] QUESTION_MILLIS = bytes("1900");

  private static final byte[] MORE_LETTERS = bytes("100");
  private static final long UNKNOWN = -1;
  private static final long PAUSE_MILLIS = 250;

  private final RedisLink link;
  private final byte[] prefix;
  private final Supplier<String> process;
  private final Map<String, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong questions = new AtomicLong();
  private volatile boolean closed;

  OwnerMail(RedisLink link, byte[] prefix, Supplier<String> process) {
    this.link = link;
    this.prefix = prefix;
    this.process = process;
  }

  /** Asks who owns {@code name} and waits; null if nobody does. */
  byte @Nullable [] ask(String name, byte[] question) throws OwnerSilentException {
    String number = Long.toString(questions.incrementAndGet());
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    waiting.put(number, answer);
    try {
      List<byte[]> arguments =
          List.of(
              bytes(name),
              bytes(process.get() + "/" + number),
              joined(bytes(name + "\n"), question),
              QUESTION_MILLIS);
      long asked =
          link.askIfPossible(
              client -> (Long) RedisLink.run(client, ASK, prefix, arguments), UNKNOWN);
      if (asked == UNKNOWN) {
        throw new OwnerSilentException("Redis cannot be reached");
      }
      return asked == 0 ? null : answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new OwnerSilentException("no answer of its owner");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OwnerSilentException("interrupted");
    } finally {
      waiting.remove(number);
    }
  }

  /** Reads the inbox until {@link #close}. */
  void open(Owner owner) {
    Thread.ofVirtual().name("gatemason-owner-mail").start(() -> read(owner));
  }

  void close() {
    closed = true;
  }

  private void read(Owner owner) {
    try {
      while (!closed) {
        if (!link.reachable() || !takes(owner)) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A letter that cannot be read must not end the reading of others. */
  private boolean takes(Owner owner) {
    try {
      take(owner, process.get());
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a letter of another process cannot be read", e);
      return false;
    }
  }

  private void take(Owner owner, String self) {
    byte[] inbox = joined(prefix, bytes("inbox/" + self));
    List<byte[]> first =
        link.await(
            client -> {
              List<byte[]> got = client.blpop(WAIT_SECONDS, inbox);
              return got == null ? List.of() : got;
            },
            List.of());
    if (first.size() < 2) {
      return;
    }
    List<byte[]> arguments = List.of(bytes(self), first.get(1), MORE_LETTERS);
    List<?> letters =
        link.await(
            client -> (List<?>) RedisLink.run(client, COLLECT, prefix, arguments), List.of());
    for (int i = 0; i + 1 < letters.size(); i += 2) {
      receive(owner, (byte[]) letters.get(i), (byte[]) letters.get(i + 1));
    }
  }

  private void receive(Owner owner, byte[] letter, byte[] question) {
    if (letter[0] == 'a') {
      int end = index(letter, (byte) ':');
      CompletableFuture<byte[]> answer = waiting.get(text(letter, 1, end));
      if (answer != null) {
        answer.complete(Arrays.copyOfRange(letter, end + 1, letter.length));
      }
    } else if (question.length > 0) {
      Thread.ofVirtual()
          .name("gatemason-owner-answer")
          .start(() -> answer(owner, text(letter, 1, letter.length), question));
    }
  }

  private void answer(Owner owner, String id, byte[] question) {
    int end = index(question, (byte) '\n');
    byte[] answer =
        owner.asked(text(question, 0, end), Arrays.copyOfRange(question, end + 1, question.length));
    int slash = id.lastIndexOf('/');
    List<byte[]> arguments =
        List.of(
            bytes(id.substring(0, slash)),
            joined(bytes("a" + id.substring(slash + 1) + ":"), answer));
    link.await(client -> RedisLink.run(client, ANSWER, prefix, arguments), 0L);
  }

  private static int index(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw new IllegalStateException("a letter of another version");
  }

  static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8, int from, int to) {
    return new String(utf8, from, to - from, StandardCharsets.UTF_8);
  }
}
