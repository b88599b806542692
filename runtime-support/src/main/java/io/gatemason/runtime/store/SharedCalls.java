package io.gatemason.runtime.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Calls of which one answers everybody who asks for the same at the same time. Safe for concurrent
 * use.
 *
 * @param <V> what comes of a call
 */
public final class SharedCalls<V> {
  private final ConcurrentMap<String, CompletableFuture<V>> inProgress = new ConcurrentHashMap<>();

  /**
   * What comes of {@code call}, which is made by this thread unless another one is making it; then
   * this one waits for that.
   *
   * @throws RuntimeException what the call throws, to everybody who waited for it
   */
  public V get(String key, Supplier<V> call) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> other = inProgress.putIfAbsent(key, own);
    if (other != null) {
      return result(other);
    }
    try {
      own.complete(call.get());
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
    } finally {
      inProgress.remove(key, own);
    }
    return result(own);
  }

  private static <V> V result(CompletableFuture<V> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }
}
