package io.gatemason.runtime.store.redis;

import static io.gatemason.runtime.store.redis.OwnerMail.bytes;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.Owner;
import io.gatemason.runtime.store.OwnerSilentException;
import io.gatemason.runtime.store.Ownership;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What processes own, in Redis. Every process says each second that it lives; who has not said so
 * for {@link #BELIEVED_MILLIS} is dead, and others inherit from it, each name once unless the heir
 * dies, too. A process that has been without Redis lets that time pass before it takes anybody for
 * dead. Whatever Redis was not told, or has forgotten, is told to it as soon as it answers.
 */
final class RedisOwnership implements Ownership {
  private static final System.Logger LOG = System.getLogger(RedisOwnership.class.getName());
  private static final RedisScript OWN = RedisScript.read("own.lua");
  private static final RedisScript RELEASE = RedisScript.read("release.lua");
  private static final RedisScript BEAT = RedisScript.read("beat.lua");
  private static final RedisScript LEAVE = RedisScript.read("leave.lua");

  private static final long BEAT_MILLIS = 1_000;
  private static final long BELIEVED_MILLIS = 5_000;
  private static final int BEATS_BEFORE_HEIRS = 6;
  private static final int HEIRLOOMS_AT_ONCE = 256;

  private final RedisLink link;
  private final byte[] prefix;
  private final Ticker ticker;
  private final OwnerMail mail;
  private final Map<String, byte[]> owned = new ConcurrentHashMap<>();
  private final AtomicInteger inheriting = new AtomicInteger();
  private volatile String process = UUID.randomUUID().toString();
  private volatile boolean incomplete;
  private volatile boolean closed;
  private int steadyBeats;
  private long lastBeat;

  RedisOwnership(RedisLink link, String prefix, Ticker ticker) {
    this.link = link;
    this.prefix = bytes(prefix);
    this.ticker = ticker;
    this.mail = new OwnerMail(link, this.prefix, () -> process);
  }

  @Override
  public void begin(Owner owner) {
    lastBeat = ticker.nanos();
    beat(owner);
    mail.open(owner);
    Thread.ofVirtual().name("gatemason-owner-beat").start(() -> run(owner));
  }

  private void run(Owner owner) {
    try {
      Thread.sleep(BEAT_MILLIS);
      while (!closed) {
        keepBeating(owner);
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A process that stopped saying that it lives would lose all it owns. */
  private void keepBeating(Owner owner) {
    try {
      beat(owner);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Redis said something unexpected", e);
    }
  }

  @Override
  public void own(String name, Supplier<byte[]> bequest) {
    byte[] written = bequest.get();
    owned.put(name, written);
    register(name, written);
  }

  private void register(String name, byte[] bequest) {
    if (run(OWN, bytes(process), bytes(name), bequest) != 1) {
      incomplete = true;
    }
  }

  @Override
  public boolean release(String name) {
    if (owned.remove(name) == null) {
      return false;
    }
    long ours = run(RELEASE, bytes(process), bytes(name));
    if (ours < 0) {
      incomplete = true;
    }
    return ours != 0;
  }

  @Override
  public byte @Nullable [] ask(String name, byte[] question) throws OwnerSilentException {
    return mail.ask(name, question);
  }

  private void beat(Owner owner) {
    List<byte[]> arguments =
        List.of(
            bytes(process),
            bytes(Long.toString(BELIEVED_MILLIS)),
            bytes(Integer.toString(heirlooms())));
    List<?> answer =
        link.await(client -> (List<?>) RedisLink.run(client, BEAT, prefix, arguments), List.of());
    if (answer.isEmpty()) {
      steadyBeats = 0;
      incomplete = true;
      return;
    }
    long now = ticker.nanos();
    steadyBeats = now - lastBeat > BELIEVED_MILLIS * 500_000 ? 0 : steadyBeats + 1;
    lastBeat = now;
    String known = text(answer.getFirst());
    if (known.equals("dead")) {
      revive(owner);
    } else if (incomplete || known.equals("new")) {
      tellAll();
    }
    for (int i = 1; i + 1 < answer.size(); i += 2) {
      inherit(owner, text(answer.get(i)), (byte[]) answer.get(i + 1));
    }
  }

  /** How many names this process may inherit now. */
  private int heirlooms() {
    return steadyBeats < BEATS_BEFORE_HEIRS ? 0 : Math.max(0, HEIRLOOMS_AT_ONCE - inheriting.get());
  }

  /** Until the owner is done this process owns the name, so that others inherit if it dies. */
  private void inherit(Owner owner, String name, byte[] bequest) {
    owned.put(name, bequest);
    inheriting.incrementAndGet();
    Thread.ofVirtual()
        .name("gatemason-heir")
        .start(
            () -> {
              try {
                owner.inherited(name, bequest);
              } finally {
                release(name);
                inheriting.decrementAndGet();
              }
            });
  }

  private void revive(Owner owner) {
    LOG.log(
        System.Logger.Level.WARNING,
        "this process stood still: others have taken it for dead, and over what it owned");
    Set<String> names = Set.copyOf(owned.keySet());
    names.forEach(owned::remove);
    process = UUID.randomUUID().toString();
    incomplete = true;
    owner.disinherited(names);
  }

  /** Makes Redis know what this process owns, no more and no less. */
  private void tellAll() {
    incomplete = false;
    byte[] key = OwnerMail.joined(prefix, bytes("owned/" + process));
    Set<byte[]> known = link.await(client -> client.hkeys(key), Set.of());
    Set<String> told = ConcurrentHashMap.newKeySet();
    for (byte[] each : known) {
      String name = text(each);
      told.add(name);
      if (!owned.containsKey(name)) {
        run(RELEASE, bytes(process), each);
      }
    }
    owned.forEach(
        (name, bequest) -> {
          if (told.add(name)) {
            register(name, bequest);
            if (!owned.containsKey(name)) {
              run(RELEASE, bytes(process), bytes(name));
            }
          }
        });
  }

  /** What a script gives, -1 if Redis cannot be reached. */
  private long run(RedisScript script, byte[]... arguments) {
    return link.askIfPossible(
        client -> (Long) RedisLink.run(client, script, prefix, List.of(arguments)), -1L);
  }

  private static String text(Object utf8) {
    return new String((byte[]) utf8, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed = true;
    mail.close();
    run(LEAVE, bytes(process));
  }
}
