package io.gatemason.benchmarks.load;

import java.io.IOException;
import java.util.Map;

/**
 * One answer, looked at before a measurement.
 *
 * @param status its status
 * @param headers by name in lower case, in their order
 * @param body its body
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {

  /** Requests a path, or a line of {@link LoadProcess#run}, the way the load does. */
  public static Answer of(int port, String path) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      int status = connection.exchange(LoadGenerator.request(path));
      return new Answer(status, connection.headers(), connection.body());
    }
  }
}
