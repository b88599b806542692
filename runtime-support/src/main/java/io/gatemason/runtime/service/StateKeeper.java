package io.gatemason.runtime.service;

import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.throttle.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Looks every second whether the file of API keys has changed, and writes down what was used of
 * quotas.
 */
final class StateKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StateKeeper.class.getName());
  private static final long PERIOD_MILLIS = 1_000;

  private final StateStore store;
  private final KeyRing keys;
  private final Optional<Path> keyFile;
  private final Thread thread;
  private Seen seen;

  private record Seen(FileTime modified, long bytes) {
    static Seen of(Optional<Path> file) {
      try {
        return file.isEmpty()
            ? new Seen(FileTime.fromMillis(0), 0)
            : new Seen(Files.getLastModifiedTime(file.get()), Files.size(file.get()));
      } catch (IOException e) {
        return new Seen(FileTime.fromMillis(0), -1);
      }
    }
  }

  StateKeeper(StateStore store, KeyRing keys, Optional<Path> keyFile) {
    this.store = store;
    this.keys = keys;
    this.keyFile = keyFile;
    this.seen = Seen.of(keyFile);
    this.thread = Thread.ofVirtual().name("gatemason-state").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Seen now = Seen.of(keyFile);
    if (!now.equals(seen)) {
      seen = now;
      keys.reload();
    }
    if (store instanceof LocalState local) {
      try {
        local.limits().save();
      } catch (UncheckedIOException e) {
        LOG.log(System.Logger.Level.WARNING, "usage of quotas is not written down", e);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    store.close();
  }
}
