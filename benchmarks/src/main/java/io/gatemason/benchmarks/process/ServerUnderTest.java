package io.gatemason.benchmarks.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A server in a process of its own on a free port of the loopback address. */
public final class ServerUnderTest implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);

  /** Short, since start times are measured. */
  private static final long POLL_NANOS = 2_000_000;

  private final ChildJvm jvm;
  private final int port;
  private final long startedNanos;

  private ServerUnderTest(ChildJvm jvm, int port, long startedNanos) {
    this.jvm = jvm;
    this.port = port;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts a server and waits until its port takes connections.
   *
   * @param processors where it runs
   * @param command gives, for the port, system properties, the main class and its arguments
   * @param log where its output goes
   * @throws TimeoutException if the port stays closed
   */
  public static ServerUnderTest start(
      Processors processors, String classPath, IntFunction<List<String>> command, Path log)
      throws IOException, TimeoutException {
    return start(port -> ChildJvm.server(processors, classPath, command.apply(port), log));
  }

  /**
   * Starts a server that is another program, as above.
   *
   * @param command gives the command line for the port
   */
  public static ServerUnderTest program(Processors processors, Command command, Path log)
      throws IOException, TimeoutException {
    return start(port -> ChildJvm.program(processors, command.line(port), log));
  }

  /** The command line of a program, and what files it needs for it. */
  public interface Command {
    /** Writes the files, and gives the line. */
    List<String> line(int port) throws IOException;
  }

  private interface Starter {
    ChildJvm start(int port) throws IOException;
  }

  private static ServerUnderTest start(Starter starter) throws IOException, TimeoutException {
    int port = freePort();
    long start = System.nanoTime();
    ServerUnderTest server = new ServerUnderTest(starter.start(port), port, start);
    try {
      server.awaitPort();
    } catch (IOException | TimeoutException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Where it listens on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** When its process was started, by {@link System#nanoTime()}. */
  public long startedNanos() {
    return startedNanos;
  }

  /** Processor time used so far. */
  public Duration cpu() {
    return jvm.cpu();
  }

  /** Counts what it allocates; it has to be a Java process. */
  public AllocationCounter allocations() throws IOException {
    return AllocationCounter.of(jvm.process().pid());
  }

  @Override
  public void close() {
    jvm.close();
  }

  private void awaitPort() throws IOException, TimeoutException {
    long start = System.nanoTime();
    while (!accepts()) {
      jvm.requireRunning();
      if (System.nanoTime() - start > STARTS_WITHIN.toNanos()) {
        throw new TimeoutException("No server on port " + port + " within " + STARTS_WITHIN);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
