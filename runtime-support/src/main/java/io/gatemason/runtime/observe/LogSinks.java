package io.gatemason.runtime.observe;

import io.helidon.config.Config;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the log groups and streams of stages are: {@code gateway.logs.<destination>}. Without a
 * setting they are at standard output. Safe for concurrent use. Source: {@code
 * docs/behaviour/logs.md#sinks}.
 */
final class LogSinks implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LogSinks.class.getName());
  private static final long FILE_BYTES = 100_000_000;
  private static final int FILES = 5;
  private static final int QUEUE_LINES = 16_384;

  private final Config settings;
  private final Map<String, Consumer<String>> known = new HashMap<>();
  private final Map<Path, LogTarget> files = new HashMap<>();
  private final LogTarget stdout = new StreamTarget(System.out);
  private @Nullable LogQueue queue;

  LogSinks(Config settings) {
    this.settings = settings;
  }

  /**
   * What takes the lines of a destination.
   *
   * @throws IllegalArgumentException if its settings are unusable
   */
  synchronized Consumer<String> of(String destination) {
    Consumer<String> lines = known.get(destination);
    if (lines == null) {
      lines = open(destination, at(destination));
      known.put(destination, lines);
    }
    return lines;
  }

  /** What takes the lines of a stage's canary: a destination of its own only if it is set. */
  Consumer<String> ofCanary(String destination) {
    String own = destination + "/Canary";
    return at(own).exists() ? of(own) : of(destination);
  }

  private Config at(String destination) {
    return settings.get(Config.Key.escapeName(destination));
  }

  private Consumer<String> open(String destination, Config set) {
    String sink = set.get("sink").asString().orElse("");
    LogTarget target =
        switch (sink) {
          case "none" -> null;
          case "", "stdout" -> stdout;
          case "file" -> file(set);
          default ->
              throw new IllegalArgumentException(
                  set.key() + ".sink is stdout, file or none, not \"" + sink + "\"");
        };
    LOG.log(
        System.Logger.Level.INFO,
        "log {0}: {1}",
        destination,
        sink.equals("file") ? set.get("path").asString().get() : sink.isEmpty() ? "stdout" : sink);
    if (target == null) {
      return line -> {};
    }
    LogQueue lines = queue();
    return line -> lines.offer(target, line);
  }

  private LogTarget file(Config set) {
    Path path =
        Path.of(
                set.get("path")
                    .asString()
                    .orElseThrow(
                        () -> new IllegalArgumentException(set.key() + ".path is missing")))
            .toAbsolutePath()
            .normalize();
    return files.computeIfAbsent(
        path,
        any ->
            new FileTarget(
                path,
                set.get("max-bytes").asLong().orElse(FILE_BYTES),
                set.get("files").asInt().orElse(FILES)));
  }

  private LogQueue queue() {
    LogQueue open = queue;
    if (open == null) {
      open = new LogQueue(settings.get("queue-lines").asInt().orElse(QUEUE_LINES));
      queue = open;
    }
    return open;
  }

  /** How many lines were dropped. */
  synchronized long dropped() {
    return queue == null ? 0 : queue.dropped();
  }

  /** Has everything written that is queued. */
  @Override
  public synchronized void close() {
    if (queue != null) {
      queue.close();
    }
  }
}
