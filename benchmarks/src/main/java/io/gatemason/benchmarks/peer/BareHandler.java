package io.gatemason.benchmarks.peer;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a developer would write by hand for a fixed answer: a Helidon handler that sends constant
 * headers and constant bytes.
 */
public final class BareHandler {
  private BareHandler() {}

  /**
   * Serves until the process is ended.
   *
   * @param args the port, a file with one {@code name: value} a line, a file with the body
   */
  public static void main(String[] args) throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      int colon = line.indexOf(": ");
      headers.add(
          HeaderValues.createCached(
              HeaderNames.create(line.substring(0, colon)), line.substring(colon + 2)));
    }
    byte[] body = Files.readAllBytes(Path.of(args[2]));
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(
            routing ->
                routing.get(
                    "/orders/{orderId}",
                    (request, response) -> {
                      headers.forEach(response::header);
                      response.send(body);
                    }))
        .build()
        .start();
  }
}
