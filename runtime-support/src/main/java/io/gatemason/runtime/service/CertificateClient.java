package io.gatemason.runtime.service;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.pem.KeyFiles;
import io.gatemason.runtime.transport.BackendAddress;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.BackendException;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.BackendRequest;
import io.gatemason.runtime.transport.PooledBackendClient;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Calls backends with a certificate from files, which are looked at once a second at most and read
 * again when they have changed. Calls in progress end over the connections that they have. Safe for
 * concurrent use.
 */
final class CertificateClient implements BackendClient {
  private static final System.Logger LOG = System.getLogger(CertificateClient.class.getName());
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  /** Longer than any call may take. */
  private static final long GRACE_NANOS = Duration.ofMinutes(16).toNanos();

  private final Config config;
  private final KeyFiles files;
  private final Ticker ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Retired> retired = new ArrayDeque<>();
  private volatile PooledBackendClient current;
  private volatile long lookedAt;
  private String stamp;

  private record Retired(PooledBackendClient client, long until) {}

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException if they cannot be used
   */
  CertificateClient(Config config, KeyFiles files, Ticker ticker) {
    this.config = config;
    this.files = files;
    this.ticker = ticker;
    this.stamp = files.stamp(List.of());
    this.current = open();
    this.lookedAt = ticker.nanos();
  }

  private PooledBackendClient open() {
    try {
      return new PooledBackendClient(config, files.keyManagers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BackendReply send(BackendAddress address, BackendRequest request) throws BackendException {
    if (ticker.nanos() - lookedAt > LOOK_NANOS && lock.tryLock()) {
      try {
        look();
      } finally {
        lock.unlock();
      }
    }
    return current.send(address, request);
  }

  private void look() {
    lookedAt = ticker.nanos();
    while (!retired.isEmpty() && ticker.nanos() - retired.peek().until() > 0) {
      retired.poll().client().close();
    }
    String now = files.stamp(List.of());
    if (now.equals(stamp)) {
      return;
    }
    stamp = now;
    try {
      PooledBackendClient before = current;
      current = open();
      retired.add(new Retired(before, ticker.nanos() + GRACE_NANOS));
      LOG.log(System.Logger.Level.INFO, "{0}: a changed certificate is shown", files.node());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0}: the old certificate is shown, since the changed files cannot be used: {1}",
          files.node(),
          e.getMessage());
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      current.close();
      retired.forEach(each -> each.client().close());
    } finally {
      lock.unlock();
    }
  }
}
