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
  /** Begins the line of messages over WebSockets: their path and, behind a tab, the message. */
  private static final String SOCKETS = "ws ";

  /**
   * Begins the line of calls of {@code @connections}: the path of the stage, how many connections
   * there are, access key, secret and message, each behind a tab.
   */
  private static final String FAN_OUT = "fan-out ";

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
    int port = Integer.parseInt(command[0]);
    Duration duration = Duration.ofMillis(Long.parseLong(command[1]));
    int connections = Integer.parseInt(command[2]);
    try {
      List<String> lines = Files.readAllLines(Path.of(command[3]));
      byte[] body = Files.readAllBytes(Path.of(command[4]));
      String[] first = lines.get(0).split("\t", -1);
      if (first[0].startsWith(SOCKETS)) {
        String path = first[0].substring(SOCKETS.length());
        LoadLoop loop =
            new LoadLoop(
                to -> new SocketConnection(to, path),
                List.of(SocketConnection.frame(first[1])),
                body);
        return run(loop, port, duration, connections);
      }
      if (first[0].startsWith(FAN_OUT)) {
        return fanOut(first, port, duration, connections);
      }
      if (first[0].startsWith(LoadProcess.TLS)) {
        lines.set(0, lines.get(0).substring(LoadProcess.TLS.length()));
        List<byte[]> requests = lines.stream().map(LoadGenerator::request).toList();
        return run(
            new LoadLoop(HttpConnection::overTls, requests, body), port, duration, connections);
      }
      List<byte[]> requests = lines.stream().map(LoadGenerator::request).toList();
      return run(new LoadLoop(HttpConnection::new, requests, body), port, duration, connections);
    } catch (IOException e) {
      return "failed\t" + e;
    }
  }

  /** Messages to an audience; the round ends when they have been heard. */
  private static String fanOut(String[] line, int port, Duration duration, int connections)
      throws IOException {
    String path = line[0].substring(FAN_OUT.length());
    String message = line[4];
    try (Audience audience =
        new Audience(port, path, Integer.parseInt(line[1]), message.length())) {
      List<byte[]> requests = new SignedPosts(line[2], line[3], message).to(path, audience.ids());
      LoadLoop loop = new LoadLoop(HttpConnection::new, requests, new byte[0]);
      String round = run(loop, port, duration, connections);
      audience.await(Long.parseLong(round.split("\t", -1)[1]));
      return round;
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

  private static String run(LoadLoop loop, int port, Duration duration, int connections)
      throws IOException {
    long start = System.nanoTime();
    LatencyCounts latencies = loop.run(port, duration, connections);
    return "ok\t%d\t%d\t%d\t%d"
        .formatted(
            latencies.total(),
            System.nanoTime() - start,
            latencies.percentile(50),
            latencies.percentile(99));
  }
}
