package io.gatemason.runtime.service;

import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.throttle.KeyRing;
import java.io.UncheckedIOException;
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
  private final Optional<WatchedFile> keyFile;
  private final Thread thread;

  StateKeeper(StateStore store, KeyRing keys, Optional<WatchedFile> keyFile) {
    this.store = store;
    this.keys = keys;
    this.keyFile = keyFile;
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
    keyFile.ifPresent(this::look);
    if (store instanceof LocalState local) {
      try {
        local.limits().save();
      } catch (UncheckedIOException e) {
        LOG.log(System.Logger.Level.WARNING, "usage of quotas is not written down", e);
      }
    }
  }

  private void look(WatchedFile file) {
    switch (file.look()) {
      case CHANGED -> keys.reload();
      case GONE ->
          LOG.log(
              System.Logger.Level.WARNING,
              "the old API keys stay in force: {0} is gone or empty",
              file.path());
      case NONE -> {}
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    store.close();
  }
}
