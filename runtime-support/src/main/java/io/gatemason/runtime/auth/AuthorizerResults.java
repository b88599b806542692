package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.StateStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What authorizer functions said of callers, for each stage by itself: in the heap, where all
 * stages take equal shares of a bound, or shared with other processes. Safe for concurrent use.
 * Source: {@code docs/behaviour/authorization.md#kept-results}.
 *
 * @param <V> the type of results, immutable
 */
final class AuthorizerResults<V> {
  private final StateStore state;
  private final String folder;
  private final EntryCodec<V> codec;
  private final long maximumBytes;
  private final Map<String, EntryStore<V>> stages = new ConcurrentHashMap<>();

  /**
   * No results yet.
   *
   * @param folder where they are kept
   * @param plain writes and reads them
   * @param seal encrypts what leaves the process; null to leave it as it is
   * @param maximumBytes what all results may weigh in the heap
   */
  AuthorizerResults(
      StateStore state,
      String folder,
      EntryCodec<V> plain,
      @Nullable EntrySeal seal,
      long maximumBytes) {
    this.state = state;
    this.folder = folder;
    this.codec = seal == null ? plain : seal.around(plain);
    this.maximumBytes = maximumBytes;
  }

  /** The results of a stage; production and canary have entries of different names in it. */
  EntryStore<V> of(ApiInfo stage) {
    String name = name(stage.apiId(), stage.stage());
    EntryStore<V> known = stages.get(name);
    return known == null ? open(name) : known;
  }

  /**
   * Drops all results of a stage, in all processes that share them.
   *
   * @return false if there is no such stage with authorizers
   */
  boolean flush(String apiId, String stage) {
    EntryStore<V> known = stages.get(name(apiId, stage));
    if (known != null) {
      known.flush();
    }
    return known != null;
  }

  /** How results of a caller are called in a stage: deployments may ask different functions. */
  static String entry(ApiInfo stage, String authorizer, String identity) {
    return stage.deploymentId()
        + (stage.servesCanary() ? "/canary/" : "/")
        + authorizer
        + "/"
        + identity;
  }

  private synchronized EntryStore<V> open(String name) {
    EntryStore<V> opened =
        stages.computeIfAbsent(
            name, each -> state.entries(folder + "/" + each, maximumBytes, codec));
    stages.values().forEach(each -> each.limit(maximumBytes / stages.size()));
    return opened;
  }

  private static String name(String apiId, String stage) {
    return apiId + "/" + stage;
  }
}
