package io.gatemason.runtime.store;

import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What threads see of buckets, quotas and entries is what they would see one after the other in
 * some order: Lincheck runs random operations on three threads and looks for that order.
 */
@Tag("own-process")
class LinearizabilityTest {

  @ParameterizedTest
  @ValueSource(classes = {Buckets.class, Quotas.class, Entries.class})
  void holdsForAllOperations(Class<?> operations) {
    new StressOptions()
        .iterations(15)
        .invocationsPerIteration(300)
        .threads(3)
        .actorsPerThread(3)
        .check(operations);
  }

  /** What goes wrong only where a thread stops between two steps, stress does not find. */
  @Test
  void aBucketKeepsToTheNumbersThatItSays() {
    new ModelCheckingOptions()
        .iterations(12)
        .invocationsPerIteration(100)
        .threads(3)
        .actorsPerThread(1)
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("io.github.bucket4j.local.LockFreeBucket")
                .allMethods()
                .treatAsAtomic())
        .check(ChangedBucket.class);
  }

  /** A token bucket whose numbers change, as long as requests by the old ones are under way. */
  @Param(name = "burst", gen = IntGen.class, conf = "1:2")
  public static final class ChangedBucket {
    private static final int MANY = 100;
    private final TokenBucket bucket = new TokenBucket(new RateLimit("bucket", 1, 1), () -> 0);

    @Operation
    public void follow(@Param(name = "burst") int burst) {
      bucket.follow(new RateLimit("bucket", 1, burst));
    }

    /** With a token per second it takes as many seconds to fill as it holds tokens. */
    @Validate
    public void holdsWhatItSays() {
      bucket.level(MANY);
      int held = 0;
      while (bucket.take()) {
        held++;
      }
      if (held != bucket.timeToFill().toSeconds()) {
        throw new IllegalStateException(held + " tokens, filled in " + bucket.timeToFill());
      }
    }
  }

  /** A token bucket whose time stands still. */
  public static final class Buckets {
    private static final RateLimit LIMIT = new RateLimit("bucket", 1, 4);
    private final LocalLimits limits = LocalLimits.inMemory(() -> 0);

    @Operation
    public boolean take() {
      return limits.take(List.of(LIMIT)) == LimitStore.TAKEN;
    }

    @Operation
    public void giveBack() {
      limits.giveBack(LIMIT);
    }
  }

  /** A quota of a day, of which somebody else may set what is left. */
  @Param(name = "left", gen = IntGen.class, conf = "0:4")
  public static final class Quotas {
    private static final QuotaLimit QUOTA = new QuotaLimit("quota", 5, 20_000, 20_000);
    private final LocalLimits limits = LocalLimits.inMemory(() -> 0);

    @Operation
    public boolean take() {
      return limits.take(List.of(QUOTA)) == LimitStore.TAKEN;
    }

    @Operation
    public void remaining(@Param(name = "left") int left) {
      limits.remaining(QUOTA, left);
    }

    @Operation
    public long used() {
      return limits.used(QUOTA);
    }

    @Operation
    public List<UsageDay> usage() {
      return limits.usage("quota");
    }
  }

  /** Entries of a cache under two names. */
  @Param(name = "name", gen = IntGen.class, conf = "0:1")
  @Param(name = "entry", gen = IntGen.class, conf = "0:9")
  public static final class Entries {
    private final LocalEntries<Integer> entries = LocalEntries.counted(() -> 0, 100);

    @Operation
    public @Nullable Integer get(@Param(name = "name") int name) {
      return entries.get(String.valueOf(name));
    }

    @Operation
    public void put(@Param(name = "name") int name, @Param(name = "entry") int entry) {
      entries.put(String.valueOf(name), entry, Duration.ofMinutes(1));
    }

    @Operation
    public void remove(@Param(name = "name") int name) {
      entries.remove(String.valueOf(name));
    }
  }
}
