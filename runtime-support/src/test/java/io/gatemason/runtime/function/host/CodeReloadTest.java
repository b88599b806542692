package io.gatemason.runtime.function.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CodeReloadTest {
  @TempDir private Path folder;

  private HostFixture host(boolean reload) throws IOException {
    return new HostFixture(
        Map.of(
            "gateway.lambda.reload",
            String.valueOf(reload),
            HostFixture.SETTING + "command",
            String.join(" ", HostFixture.command()),
            HostFixture.SETTING + "directory",
            folder.toString(),
            HostFixture.SETTING + "concurrency",
            "1",
            HostFixture.SETTING + "timeout-seconds",
            "60"));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static ProcessHandle process(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Test
  void invocationAfterAChangeRunsInANewProcess() throws Exception {
    write("lib/a.js", "1");
    try (HostFixture host = host(true)) {
      String first = host.invoke("pid");
      assertEquals(first, host.invoke("pid"));
      ProcessHandle old = process(first);
      write("lib/a.js", "22");
      String second = host.invoke("pid");
      assertNotEquals(first, second);
      old.onExit().get(30, TimeUnit.SECONDS);
      assertEquals(second, host.invoke("pid"));
      Files.delete(folder.resolve("lib/a.js"));
      assertNotEquals(second, host.invoke("pid"));
      host.awaitLog("its code has changed");
    }
  }

  @Test
  void filesThatToolsAndRuntimesMakeAreNoChange() throws Exception {
    try (HostFixture host = host(true)) {
      String pid = host.invoke("pid");
      write("node_modules/left-pad/index.js", "1");
      write("lib/__pycache__/a.pyc", "1");
      write(".git/index", "1");
      assertEquals(pid, host.invoke("pid"));
    }
  }

  @Test
  void runningInvocationEndsWithTheOldCodeAndHoldsUpNobody() throws Exception {
    try (HostFixture host = host(true)) {
      ProcessHandle old = process(host.invoke("pid"));
      CompletableFuture<String> running = host.start(host.hold());
      host.awaitHeld();
      write("a.js", "1");
      assertNotEquals(String.valueOf(old.pid()), host.invoke("pid"));
      host.release();
      assertEquals("held 1", HostFixture.await(running));
      old.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void processOfOldCodeEndsWithTheHost() throws Exception {
    ProcessHandle old;
    try (HostFixture host = host(true)) {
      old = process(host.invoke("pid"));
      CompletableFuture<String> running = host.start(host.hold());
      host.awaitHeld();
      write("a.js", "1");
      host.invoke("pid");
      host.stop();
      assertEquals("error", HostFixture.await(running).substring(0, 5));
    }
    old.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void processesStayUnlessReloadingIsAskedFor() throws Exception {
    try (HostFixture host = host(false)) {
      String pid = host.invoke("pid");
      write("a.js", "1");
      assertEquals(pid, host.invoke("pid"));
    }
  }
}
