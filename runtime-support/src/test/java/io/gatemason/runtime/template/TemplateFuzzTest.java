package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Random templates of fixed seeds give in compiled form what the reference engine gives, where it
 * gives something: Velocity's later parser accepts a few odd sequences that 1.7 refuses. {@code
 * gatemason.fuzz.templates} sets how many are compared, {@code gatemason.fuzz.seed} the first seed.
 * Smallest forms of what differs are written to {@code target/template-fuzz}.
 */
class TemplateFuzzTest {
  private static final int TEMPLATES = Integer.getInteger("gatemason.fuzz.templates", 2_000);
  private static final int FIRST_SEED = Integer.getInteger("gatemason.fuzz.seed", 1);
  private static final int BATCH = 1_000;
  private static final int THREADS = 2;
  private static final int SHRUNK = 5;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path CASES = Path.of("target", "template-fuzz");

  private final AtomicInteger nextSeed = new AtomicInteger(FIRST_SEED);
  private final AtomicInteger compared = new AtomicInteger();
  private final List<Differential.Difference> differences =
      Collections.synchronizedList(new ArrayList<>());

  @Test
  void rendersRandomTemplatesAsTheReferenceEngine() throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(threads.submit(() -> compareUntil(end)));
      }
      for (Future<?> thread : running) {
        join(thread);
      }
    }
    assertEquals("", report());
    assertTrue(
        compared.get() >= TEMPLATES,
        "only " + compared + " of " + TEMPLATES + " templates compared within " + LIMIT);
  }

  private static void join(Future<?> thread) throws Exception {
    try {
      thread.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  private void compareUntil(Instant end) {
    Differential differential = new Differential();
    while (compared.get() < TEMPLATES
        && differences.size() < SHRUNK
        && Instant.now().isBefore(end)) {
      int seed = nextSeed.getAndAdd(BATCH);
      List<String> batch = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, TEMPLATES); i++) {
        batch.add(new TemplateFuzzer(seed + i).template());
      }
      int before = differential.compared();
      // the warnings of the Java compiler cost half of the time: one batch in all has them
      differences.addAll(ShrunkTemplate.differences(differential, batch, seed == FIRST_SEED));
      compared.addAndGet(differential.compared() - before);
    }
  }

  /** Shrinks some of the differences and writes them to files; empty if there are none. */
  private String report() throws IOException {
    List<Differential.Difference> small = new ArrayList<>();
    Differential differential = new Differential();
    for (Differential.Difference found : differences.stream().limit(SHRUNK).toList()) {
      Differential.Difference shrunk = ShrunkTemplate.of(differential, found);
      small.add(shrunk);
      Path file = Files.createDirectories(CASES).resolve("case-" + small.size() + ".vtl");
      Files.writeString(file, shrunk.template());
    }
    return small.isEmpty()
        ? ""
        : differences.size() + " differ; see " + CASES + DifferentialTest.report(small);
  }
}
