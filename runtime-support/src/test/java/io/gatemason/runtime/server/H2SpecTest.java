package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Conformance of HTTP/2 by h2spec, a program of its own that is there for one kind of machine. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@Timeout(300)
final class H2SpecTest {

  @Test
  void passesAllOfIt(@TempDir Path folder) throws Exception {
    run(folder, "tar", "xzf", System.getProperty("gatemason.h2spec"), "-C", folder.toString());
    GatewayServer server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method(
                    "ANY",
                    "/x",
                    exchange -> exchange.answer(200).body("text/plain", "hello").send()));
    try {
      String port = Integer.toString(server.port());
      String report =
          run(folder, folder.resolve("h2spec").toString(), "-p", port, "-P", "/dev/x", "-o", "5");
      assertTrue(report.contains("145 tests, 145 passed, 0 skipped, 0 failed"), report);
    } finally {
      server.stop();
    }
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> Arrays.toString(command) + "\n" + output);
    return output;
  }
}
