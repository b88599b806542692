package io.gatemason.benchmarks.load;

import java.io.IOException;
import java.util.List;

/** One connection under load. */
final class LoadThread {
  private final int port;
  private final List<byte[]> requests;
  private final byte[] expectedBody;
  private final LatencyCounts latencies = new LatencyCounts();
  private int next;

  /**
   * Prepares a connection.
   *
   * @param requests sent in turn
   * @param first the request to begin with, so that connections are spread over the requests
   */
  LoadThread(int port, List<byte[]> requests, int first, byte[] expectedBody) {
    this.port = port;
    this.requests = requests;
    this.next = first;
    this.expectedBody = expectedBody;
  }

  /**
   * Sends requests one after the other until the time of {@link System#nanoTime()} is reached.
   *
   * @throws IOException if an answer is not the expected one
   */
  LoadThread runUntil(long end) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      long begin = System.nanoTime();
      while (begin - end < 0) {
        int status = connection.exchange(requests.get(next));
        if (status != 200 || !connection.bodyIs(expectedBody)) {
          throw new IOException("Unexpected answer " + status + " " + connection.headers());
        }
        next = next + 1 == requests.size() ? 0 : next + 1;
        long now = System.nanoTime();
        latencies.count(now - begin);
        begin = now;
      }
    }
    return this;
  }

  LatencyCounts latencies() {
    return latencies;
  }
}
