package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Looks up the addresses of hosts for as long as a call may wait. The platform's look-up cannot be
 * ended and would hold one of the few threads that all calls share, so threads of its own make it,
 * one for a host at a time, whose result all get that wait for it. Safe for concurrent use.
 */
final class Resolver implements AutoCloseable {
  private static final int THREADS = 16;
  private static final long KEPT_SECONDS = 10;
  private static final long LOOK_MILLIS = 50;

  private final Lookup lookup;
  private final Ticker ticker;
  private final Map<String, FutureTask<InetAddress[]>> running = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;

  /** How addresses are found. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  Resolver(Lookup lookup, Ticker ticker) {
    this.lookup = lookup;
    this.ticker = ticker;
    // Each that waits in the queue is waited for by a request, of which there are not too many.
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            KEPT_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("gateway-resolver-", 0).factory(),
            // After the end: whoever waits is told that its connection is closed.
            new ThreadPoolExecutor.DiscardPolicy());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * All addresses of a host.
   *
   * @param givenUp asked again and again whether nobody waits any more
   * @throws SocketTimeoutException if they are not known after {@code timeoutMillis}
   * @throws IOException if there are none, or nobody waits
   */
  InetAddress[] find(String host, int timeoutMillis, BooleanSupplier givenUp) throws IOException {
    FutureTask<InetAddress[]> task = running.computeIfAbsent(host, this::begin);
    long begun = ticker.nanos();
    try {
      while (!givenUp.getAsBoolean()) {
        long left = timeoutMillis - TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - begun);
        if (left <= 0) {
          throw new SocketTimeoutException("The addresses of " + host + " were not known in time");
        }
        try {
          return task.get(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Looks whether somebody still waits.
        }
      }
    } catch (ExecutionException e) {
      throw new IOException("No address of " + host, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new InterruptedIOException("The addresses of " + host + " are waited for by nobody");
  }

  private FutureTask<InetAddress[]> begin(String host) {
    FutureTask<InetAddress[]> task =
        new FutureTask<>(() -> lookup.of(host)) {
          @Override
          protected void done() {
            running.remove(host, this);
          }
        };
    threads.execute(task);
    return task;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
