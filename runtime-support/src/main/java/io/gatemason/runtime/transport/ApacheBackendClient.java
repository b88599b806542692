package io.gatemason.runtime.transport;

import io.helidon.config.Config;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Pooled HTTP/1.1 connections of Apache HttpClient, without its request pipeline: a gateway wants
 * no redirects, retries, cookies or decoding. A request is repeated in one case: it was sent over a
 * pooled connection that the backend closed meanwhile, and repeating it does no harm.
 */
public final class ApacheBackendClient implements BackendClient {
  /** Idle longer than this, a connection is probed (1 ms) before a request is entrusted to it. */
  private static final TimeValue PROBE_AFTER = TimeValue.ofMilliseconds(200);

  /** A {@link Deadline} bounds the waiting; a limit on each read would cost a timer for each. */
  private static final SocketConfig UNTIMED_READS =
      SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build();

  private static final long SWEEP_SECONDS = 5;

  /** Of Regional and private endpoints (docs/behaviour/integrations.md#streaming). */
  private static final Duration STREAM_SILENCE = Duration.ofMinutes(5);

  /** How often calls that last are checked for clients that hung up. */
  private static final long CHECK_MILLIS = 100;

  private final PoolingHttpClientConnectionManager checkingIssuer;
  private final PoolingHttpClientConnectionManager acceptingAnyIssuer;
  private final ScheduledThreadPoolExecutor timer;
  private final List<Future<?>> routines;
  private final Duration streamSilence;
  private final Set<Deadline> inProgress = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<BackendAddress, HttpRoute> routes = new ConcurrentHashMap<>();

  /**
   * Opens no connection yet. At most {@code gateway.backend.max-connections-per-host} (1024) are
   * held to one host; further requests wait for one. A streamed answer may be silent for {@code
   * gateway.backend.stream-idle-timeout} (PT5M).
   *
   * @throws IOException if the trust store cannot be read
   */
  public ApacheBackendClient(Config config) throws IOException {
    this(config, null);
  }

  /**
   * As {@link #ApacheBackendClient(Config)}, with a certificate that backends over TLS are shown.
   *
   * @param keys what presents it, null for none
   * @throws IOException if the trust store cannot be read
   */
  public ApacheBackendClient(Config config, KeyManager @Nullable [] keys) throws IOException {
    int perHost = config.get("gateway.backend.max-connections-per-host").asInt().orElse(1024);
    streamSilence =
        config.get("gateway.backend.stream-idle-timeout").as(Duration.class).orElse(STREAM_SILENCE);
    checkingIssuer = pool(perHost, BackendTls.checkingIssuer(config, keys));
    acceptingAnyIssuer = pool(perHost, BackendTls.acceptingAnyIssuer(keys));
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("gateway-backend-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    routines =
        List.of(
            timer.scheduleWithFixedDelay(
                this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS),
            timer.scheduleWithFixedDelay(
                this::checkClients, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS));
  }

  private static PoolingHttpClientConnectionManager pool(int perHost, TlsSocketStrategy tls) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(tls)
        .setConnectionFactory(socket -> new BackendConnection())
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnPerRoute(perHost)
        .setDefaultSocketConfig(UNTIMED_READS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setValidateAfterInactivity(PROBE_AFTER).build())
        .build();
  }

  @Override
  public PoolState pool() {
    PoolStats checked = checkingIssuer.getTotalStats();
    PoolStats accepting = acceptingAnyIssuer.getTotalStats();
    return new PoolState(
        checked.getLeased() + accepting.getLeased(),
        checked.getAvailable() + accepting.getAvailable(),
        checked.getPending() + accepting.getPending());
  }

  private void sweep() {
    checkingIssuer.closeExpired();
    acceptingAnyIssuer.closeExpired();
  }

  private void checkClients() {
    inProgress.forEach(Deadline::checkClient);
  }

  @Override
  public BackendReply send(BackendAddress address, BackendRequest request) throws BackendException {
    Deadline deadline =
        new Deadline(timer, request.timeoutMillis(), streamSilence, request.client());
    Lease lease =
        new Lease(
            address.anyIssuer() ? acceptingAnyIssuer : checkingIssuer,
            routes.computeIfAbsent(address, ApacheBackendClient::route),
            deadline,
            inProgress);
    deadline.start();
    try {
      return attempt(lease, request, false);
    } catch (NoHttpResponseException | SocketException e) {
      if (!lease.reused() || !request.repeatable() || deadline.end() != null) {
        throw lease.failed(e);
      }
      return repeat(lease, request);
    } catch (IOException | HttpException e) {
      throw lease.failed(e);
    }
  }

  private static BackendReply repeat(Lease lease, BackendRequest request) throws BackendException {
    try {
      return attempt(lease, request, true);
    } catch (IOException | HttpException e) {
      throw lease.failed(e);
    }
  }

  private static BackendReply attempt(Lease lease, BackendRequest request, boolean fresh)
      throws IOException, HttpException {
    boolean answered = false;
    try {
      lease.open(request.timeoutMillis(), fresh);
      BackendReply reply = ApacheReply.receive(lease, request);
      answered = true;
      return reply;
    } catch (StreamedEntity.ClientSideException e) {
      throw e.failure();
    } finally {
      if (!answered) {
        lease.discard();
      }
    }
  }

  private static HttpRoute route(BackendAddress address) {
    String scheme = address.tls() ? "https" : "http";
    return new HttpRoute(
        new HttpHost(scheme, address.host(), address.port()),
        new HttpHost(scheme, address.tlsName(), address.port()),
        null,
        address.tls());
  }

  @Override
  public void close() {
    routines.forEach(routine -> routine.cancel(true));
    timer.shutdownNow();
    checkingIssuer.close(CloseMode.IMMEDIATE);
    acceptingAnyIssuer.close(CloseMode.IMMEDIATE);
  }
}
