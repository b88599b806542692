package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process without memory ends, so that whoever runs it starts it anew. */
@Timeout(60)
class OutOfMemoryTest {

  @Test
  void endsTheProcessWithOneLine() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Greedy.class.getName())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Socket client =
            new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(out.readLine()))) {
      client
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertTrue(process.waitFor(40, TimeUnit.SECONDS), "still runs");
      assertEquals(3, process.exitValue());
      String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(said.contains("the process has run out of memory and ends"), said);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A gateway with a method that takes all memory. */
  static final class Greedy {
    private Greedy() {}

    public static void main(String[] arguments) throws IOException {
      List<byte[]> taken = new ArrayList<>();
      GatewayServer server =
          TestApi.start(
              new TestApi(ApiInfo.of("one", ""))
                  .method(
                      "GET",
                      "/",
                      exchange -> {
                        while (taken.size() < Integer.MAX_VALUE) {
                          taken.add(new byte[1_000_000]);
                        }
                      }));
      System.out.println(server.port());
    }
  }
}
