package io.gatemason.benchmarks.guard;

import io.gatemason.benchmarks.jmh.JmhRow;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * An API key by its value, against the least that it takes: the SHA-256 of the value, and one read
 * of memory that holds as many digests as there are keys. Every call has a new text, made of a
 * number by the same work whatever the number of keys, as a request has one of its own from the
 * network; it is that of any of the keys, so that what is found is in no cache of the processor.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
public class KeyBenchmark {
  private static final int DIGEST_LONGS = 4;
  private static final int DIGITS = 8;
  private static final byte[] TEXT =
      "value-of-the-key-number-00000000".getBytes(StandardCharsets.ISO_8859_1);

  /** How many keys there are. */
  @Param({"1", "1000000"})
  public int keys;

  private KeyRing ring;
  private long[] memory;
  private long seed;

  /** The row of this benchmark. Memory that is new to a process is slow for some seconds. */
  public static Row row() {
    return new JmhRow(
        "api-keys",
        "An API key by its value against its SHA-256 and one read of memory",
        KeyBenchmark.class,
        new JmhRow.Side("find", Map.of()),
        new JmhRow.Side("bare", Map.of()),
        JmhRow.Ratio.TIME,
        Goal.atMost(1.5),
        8,
        run -> List.of("-Xmx1g"));
  }

  /** Makes the keys and proves that one of them is found. */
  @Setup
  public void setUp() {
    ring =
        KeyRing.of(
            IntStream.range(0, keys)
                .mapToObj(i -> ApiKey.of("key", "key").value(text(i)).enabled())
                .toList());
    memory = LongStream.range(0, (long) DIGEST_LONGS * keys).toArray();
    if (find().size() != 1) {
      throw new IllegalStateException("the key is not found");
    }
  }

  /** One look-up. */
  @Benchmark
  public List<ApiKey> find() {
    return ring.find(next());
  }

  /** A digest, and one read at the place that it says. */
  @Benchmark
  public long bare() {
    long digest = ByteBuffer.wrap(Sha256.of(next())).getLong();
    return memory[(int) Math.unsignedMultiplyHigh(digest, memory.length)];
  }

  private String next() {
    seed += 0x9E3779B97F4A7C15L;
    return text((int) Math.unsignedMultiplyHigh(mixed(seed), keys));
  }

  private static String text(int number) {
    byte[] text = TEXT.clone();
    for (int i = 0, rest = number; i < DIGITS; i++, rest >>>= 4) {
      text[text.length - 1 - i] = (byte) ('a' + (rest & 15));
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** SplitMix64: every number as likely as any other. */
  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
