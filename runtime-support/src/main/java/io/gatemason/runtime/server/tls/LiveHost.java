package io.gatemason.runtime.server.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.clock.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One host with what its files say now. Safe for concurrent use. */
final class LiveHost {
  private static final Duration JUDGED_FOR = Duration.ofSeconds(1);

  private final HostFiles files;
  private final WallClock clock = WallClock.system();
  private String seen;
  private volatile HostFiles.Loaded loaded;

  /** Judgements of connections, so that not every request of one asks for signatures again. */
  private volatile Cache<ClientTls, Optional<String>> judged = judgements();

  LiveHost(HostFiles files) {
    this.files = files;
    this.seen = files.stamp();
    this.loaded = files.load();
  }

  private static Cache<ClientTls, Optional<String>> judgements() {
    return Caffeine.newBuilder().weakKeys().expireAfterWrite(JUDGED_FOR).build();
  }

  HostTls tls() {
    return loaded.tls();
  }

  boolean mutual() {
    return files.mutual();
  }

  /** Why a client is not admitted, empty if it is. */
  Optional<String> refusal(ClientTls tls) {
    return judged.get(tls, this::judge);
  }

  private Optional<String> judge(ClientTls tls) {
    Optional<TrustStore> authorities = loaded.authorities();
    return authorities.isEmpty()
        ? Optional.of("mutual TLS, and there is no trust store")
        : authorities.get().refusal(tls.certificates(), Instant.ofEpochMilli(clock.epochMillis()));
  }

  /** Reads the files if they have changed. */
  void refresh() {
    String now = files.stamp();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      loaded = files.load();
      judged = judgements();
      TlsLog.info(files.host() + ": changed certificates are in force");
    } catch (IllegalArgumentException e) {
      TlsLog.warn(
          files.host()
              + ": the old certificates stay in force, since the changed files cannot be used: "
              + e.getMessage());
    }
  }
}
