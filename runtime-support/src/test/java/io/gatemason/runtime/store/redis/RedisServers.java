package io.gatemason.runtime.store.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** Redis servers of a test's own that take any options: sentinels, nodes of a cluster. */
final class RedisServers implements AutoCloseable {
  /** Nodes of a cluster talk to each other at a port that much higher. */
  private static final int BUS = 10_000;

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;
  private static final int TRIES = 200;

  private final Path folder;
  private final String program;
  private final List<Process> running = new ArrayList<>();

  RedisServers(Path folder) throws IOException {
    this.folder = folder;
    this.program =
        ExecutableProvider.newJarResourceProvider(folder.toFile()).get().getAbsolutePath();
  }

  /** Starts one at {@code port}, with further options; it listens when this returns. */
  Process start(int port, String... options) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("redis-" + port));
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options));
    command.addAll(List.of("--bind", "127.0.0.1", "--dir", own.toString()));
    return started(port, command, own);
  }

  /** Starts one that keeps nothing in files. */
  Process server(int port, String... options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--port", String.valueOf(port), "--save", ""));
    all.addAll(List.of(options));
    return start(port, all.toArray(String[]::new));
  }

  /** Starts a sentinel with these lines of configuration. */
  Process sentinel(int port, String... lines) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("redis-" + port));
    Path file = own.resolve("sentinel.conf");
    Files.writeString(
        file, "port " + port + "\nbind 127.0.0.1\n" + String.join("\n", lines) + "\n");
    return started(port, List.of(program, file.toString(), "--sentinel"), own);
  }

  private Process started(int port, List<String> command, Path own)
      throws IOException, InterruptedException {
    Path log = own.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(own.toFile())
            .start();
    running.add(process);
    for (int i = 0; i < TRIES; i++) {
      if (listens(port)) {
        return process;
      }
      Thread.sleep(50);
    }
    throw new IOException("no server at " + port + ": " + Files.readString(log));
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** A free port whose bus is free, too. */
  static int freePort() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port) && isFree(port + BUS)) {
        return port;
      }
    }
    throw new IOException("no port is free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
    for (Process process : running) {
      try {
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
