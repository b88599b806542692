package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** More clients than the process may open files do not end its listener. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class OpenFilesTest {
  private static final int FILES = 400;

  @Test
  void areNeverUsedUpByConnections() throws Exception {
    Process process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<Socket> silent = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(out.readLine());
      for (int i = 0; i < 2 * FILES; i++) {
        silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      for (Socket socket : silent) {
        socket.close();
      }
      for (int i = 0; i < 2 * FILES; i++) {
        assertEquals(200, RawClient.get(port, "/", "Connection: close").status());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command() {
    return List.of(
        "sh",
        "-c",
        "ulimit -n " + FILES + "; exec \"$0\" \"$@\"",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Calm.class.getName());
  }

  /** A gateway with a method that answers at once. */
  static final class Calm {
    private Calm() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println(
          TestApi.start(
                  new TestApi(ApiInfo.of("one", ""))
                      .method("GET", "/", exchange -> exchange.answer(200).send()))
              .port());
    }
  }
}
