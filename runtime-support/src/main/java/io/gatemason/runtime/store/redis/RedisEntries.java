package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries that several processes share. Their names contain a generation; whoever flushes begins a
 * new one, so that all processes miss the old entries from then on. While Redis is away there are
 * no entries.
 *
 * @param <V> the type of entries, immutable
 */
final class RedisEntries<V> implements EntryStore<V> {
  private static final System.Logger LOG = System.getLogger(RedisEntries.class.getName());
  private static final byte[] GET = RedisScript.read("get-entry.lua").bytes();
  private static final byte[] PUT = RedisScript.read("put-entry.lua").bytes();
  private static final byte[] NONE = {};

  /** While Redis is away. Nothing is kept for it. */
  private static final long UNKNOWN = -1;

  private final RedisLink link;
  private final byte[] generation;
  private final EntryCodec<V> codec;

  RedisEntries(RedisLink link, String prefix, EntryCodec<V> codec) {
    this.link = link;
    this.generation = bytes(prefix + "generation");
    this.codec = codec;
  }

  @Override
  public @Nullable V get(String name) {
    byte[] found =
        link.askIfPossible(
            client ->
                client.eval(GET, List.of(generation), List.of(digest(name))) instanceof byte[] entry
                    ? entry
                    : NONE,
            NONE);
    try {
      return found.length == 0 ? null : codec.decode(found);
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "an entry of another version is as good as none", e);
      return null;
    }
  }

  @Override
  public long generation() {
    return link.askIfPossible(
        client -> {
          byte[] current = client.get(generation);
          return current == null
              ? 0
              : Long.parseLong(new String(current, StandardCharsets.US_ASCII));
        },
        UNKNOWN);
  }

  @Override
  public void put(String name, V entry, Duration timeToLive, long fetchedIn) {
    byte[] written = codec.encode(entry);
    byte[] millis = bytes(Long.toString(Math.max(1, timeToLive.toMillis())));
    List<byte[]> arguments =
        List.of(digest(name), written, millis, bytes(Long.toString(fetchedIn)));
    link.askIfPossible(client -> client.eval(PUT, List.of(generation), arguments), NONE);
  }

  @Override
  public void remove(String name) {
    link.askIfPossible(
        client -> client.eval(PUT, List.of(generation), List.of(digest(name))), NONE);
  }

  /** Redis has a bound of its own. */
  @Override
  public void limit(long maximumBytes) {}

  @Override
  public void flush() {
    link.ask(
        client -> client.incr(generation),
        () -> {
          throw new StoreUnavailableException("entries cannot be dropped while Redis is away");
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Names may be long, and may hold what is nobody's business. */
  private static byte[] digest(String name) {
    return bytes(Sha256.hex(bytes(name)));
  }
}
