package io.gatemason.runtime.server;

import com.sun.management.UnixOperatingSystemMXBean;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.helidon.config.Config;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The settings {@code gateway.listener.*}. Their defaults let the gateway stand at the edge of a
 * network; those of number follow from the memory of the process and from the files that it may
 * open.
 */
final class ListenerSettings {
  private static final int MOST = 100_000;
  private static final long BYTES_PER_CONNECTION = 65_536;
  private static final long BYTES_PER_REQUEST = 262_144;
  private static final int HEADER_FIELDS = 300;
  private static final int HTTP_2_STREAMS = 100;
  private static final int BYTES_PER_SECOND = 1_000;
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(25);
  private static final Duration REQUEST = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private ListenerSettings() {}

  static ConnectionLimits of(Config config, Limits limits) {
    Config listener = config.get("gateway.listener");
    return new ConnectionLimits(
        limits.urlBytes(),
        limits.headerBytes(),
        positive(config.get("gateway.limits.header-fields"), HEADER_FIELDS),
        limits.payloadBytes(),
        positive(listener.get("handshake-timeout"), FIRST),
        positive(listener.get("head-timeout"), HEAD),
        positive(listener.get("idle-timeout"), IDLE),
        positive(listener.get("request-timeout"), REQUEST),
        positive(listener.get("rate-grace"), GRACE),
        positive(listener.get("least-bytes-per-second"), BYTES_PER_SECOND),
        positive(listener.get("connections"), mostConnections()),
        listener.get("connections-per-address").asInt().orElse(0),
        positive(listener.get("concurrency"), mostRequests()),
        positive(listener.get("http2-streams"), HTTP_2_STREAMS));
  }

  /**
   * A quarter of the files that the process may still open: as many connections may wait for their
   * handshake at the listener for TLS, and the other half is for backends and files.
   */
  private static int mostConnections() {
    return (int) Math.min(byMemory(BYTES_PER_CONNECTION), files() / 4);
  }

  /** A quarter of the files, since each request may need a connection to a backend. */
  private static int mostRequests() {
    return (int) Math.min(byMemory(BYTES_PER_REQUEST), files() / 4);
  }

  /** A listener that finds no file left for a connection ends for good. */
  private static long files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? Math.max(4, system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount())
        : Long.MAX_VALUE;
  }

  private static int byMemory(long bytesEach) {
    return (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / bytesEach);
  }

  private static int positive(Config setting, int ifMissing) {
    int value = setting.asInt().orElse(ifMissing);
    if (value <= 0) {
      throw new IllegalArgumentException(setting.key() + " has to be above 0, but is " + value);
    }
    return value;
  }

  private static Duration positive(Config setting, Duration ifMissing) {
    Duration value = setting.as(Duration.class).orElse(ifMissing);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(setting.key() + " has to be above 0, but is " + value);
    }
    return value;
  }
}
