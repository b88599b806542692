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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random templates of fixed seeds give in compiled form what the reference engine gives, or fail
 * where it fails. {@code gatemason.fuzz.templates} sets how many are compared, {@code
 * gatemason.fuzz.seed} the first seed. Smallest forms of what differs are written to {@code
 * target/template-fuzz}.
 */
class TemplateFuzzTest {
  private static final int TEMPLATES = Integer.getInteger("gatemason.fuzz.templates", 20_000);
  private static final int FIRST_SEED = Integer.getInteger("gatemason.fuzz.seed", 1);
  private static final int BATCH = 500;
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

  @ParameterizedTest
  @EnumSource
  void everyDeviationIsOne(EngineDeviation deviation) {
    List<Differential.Difference> differences =
        new Differential().run(List.of(deviation.example()), TemplateFuzzer::input);
    assertEquals(1, differences.size(), "the engines agree: remove the deviation");
    for (EngineDeviation other : EngineDeviation.values()) {
      assertEquals(other == deviation, other.covers(differences.get(0)), other::name);
    }
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
    while (differences.size() < SHRUNK && Instant.now().isBefore(end)) {
      int seed = nextSeed.getAndAdd(BATCH);
      int count = Math.min(BATCH, FIRST_SEED + TEMPLATES - seed);
      if (count <= 0) {
        return;
      }
      List<String> batch = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        batch.add(new TemplateFuzzer(seed + i).template());
      }
      // the warnings of the Java compiler cost half of the time: one batch in all has them
      boolean strict = seed == FIRST_SEED;
      differences.addAll(differential.unexplained(batch, TemplateFuzzer::input, strict));
      compared.addAndGet(count);
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
