package io.gatemason.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The process that makes the load. It takes commands on its standard input, one a line: {@code port
 * milliseconds connections paths-file body-file}, tab-separated, and answers each with one line:
 * {@code ok answers nanoseconds p50-micros p99-micros} or {@code failed reason}.
 */
final class LoadGenerator {
  private LoadGenerator() {}

  /** Obeys commands until the input ends. */
  public static void main(String[] args) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(obey(line.split("\t", -1)));
    }
  }

  private static String obey(String[] command) {
    try {
      List<byte[]> requests =
          Files.readAllLines(Path.of(command[3])).stream().map(LoadGenerator::request).toList();
      return run(
          Integer.parseInt(command[0]),
          Duration.ofMillis(Long.parseLong(command[1])),
          Integer.parseInt(command[2]),
          requests,
          Files.readAllBytes(Path.of(command[4])));
    } catch (IOException | ExecutionException e) {
      return "failed\t" + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "failed\t" + e;
    }
  }

  /** The request for a path, with the headers that clients usually send. */
  static byte[] request(String path) {
    return ("GET "
            + path
            + " HTTP/1.1\r\n"
            + "Host: 127.0.0.1\r\n"
            + "User-Agent: gatemason-benchmarks\r\n"
            + "Accept: application/json\r\n"
            + "X-Correlation-Id: 7b9ad1c7-20d0-4d8a-8f0b-6f6c1f4a4a2e\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String run(
      int port, Duration duration, int connections, List<byte[]> requests, byte[] body)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      long start = System.nanoTime();
      List<Future<LoadThread>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        LoadThread thread = new LoadThread(port, requests, i * requests.size() / connections, body);
        running.add(threads.submit(() -> thread.runUntil(start + duration.toNanos())));
      }
      LatencyCounts latencies = new LatencyCounts();
      for (Future<LoadThread> each : running) {
        latencies.add(each.get().latencies());
      }
      long nanos = System.nanoTime() - start;
      return "ok\t%d\t%d\t%d\t%d"
          .formatted(latencies.total(), nanos, latencies.percentile(50), latencies.percentile(99));
    }
  }
}
