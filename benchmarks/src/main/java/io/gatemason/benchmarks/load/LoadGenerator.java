package io.gatemason.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
    } catch (IOException e) {
      return "failed\t" + e;
    }
  }

  /**
   * The request for a line, a path that may be followed by header lines, each behind a tab. Sends
   * besides them what clients usually send.
   */
  static byte[] request(String line) {
    String[] parts = line.split("\t", 2);
    return ("GET "
            + parts[0]
            + " HTTP/1.1\r\n"
            + "Host: 127.0.0.1\r\n"
            + "User-Agent: gatemason-benchmarks\r\n"
            + "Accept: application/json\r\n"
            + "X-Correlation-Id: 7b9ad1c7-20d0-4d8a-8f0b-6f6c1f4a4a2e\r\n"
            + (parts.length == 1 ? "" : parts[1].replace("\t", "\r\n") + "\r\n")
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String run(
      int port, Duration duration, int connections, List<byte[]> requests, byte[] body)
      throws IOException {
    long start = System.nanoTime();
    LatencyCounts latencies = new LoadLoop(requests, body).run(port, duration, connections);
    return "ok\t%d\t%d\t%d\t%d"
        .formatted(
            latencies.total(),
            System.nanoTime() - start,
            latencies.percentile(50),
            latencies.percentile(99));
  }
}
