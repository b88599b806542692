package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import io.helidon.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Pooled HTTP/1.1 connections, and nothing that a gateway does not want: no redirects, retries,
 * cookies or decoding. A request is repeated in one case: it was sent over a pooled connection that
 * the backend closed meanwhile, and repeating it does no harm.
 */
public final class PooledBackendClient implements BackendClient {
  private static final long SWEEP_SECONDS = 5;

  /** Of Regional and private endpoints (docs/behaviour/integrations.md#streaming). */
  private static final Duration STREAM_SILENCE = Duration.ofMinutes(5);

  private final Ticker ticker = Ticker.system();
  private final ConnectionPools pools;
  private final Resolver resolver = new Resolver(InetAddress::getAllByName, ticker);
  private final Duration streamSilence;
  private final BackendTls checkingIssuer;
  private final BackendTls acceptingAnyIssuer;
  private final ScheduledThreadPoolExecutor timer;
  private final List<Future<?>> routines;

  /**
   * Opens no connection yet. At most {@code gateway.backend.max-connections-per-host} (1024) are
   * held to one host; further requests wait for one. At most {@code
   * gateway.backend.max-idle-connections} (2048) are kept to all hosts together. A streamed answer
   * may be silent for {@code gateway.backend.stream-idle-timeout} (PT5M).
   *
   * @throws IllegalArgumentException if a number of connections is negative
   * @throws IOException if the trust store cannot be read
   */
  public PooledBackendClient(Config config) throws IOException {
    this(config, null);
  }

  /**
   * As {@link #PooledBackendClient(Config)}, with a certificate that backends over TLS are shown.
   *
   * @param keys what presents it, null for none
   * @throws IOException if the trust store cannot be read
   */
  public PooledBackendClient(Config config, KeyManager @Nullable [] keys) throws IOException {
    Config backend = config.get("gateway.backend");
    pools =
        new ConnectionPools(
            count(backend.get("max-connections-per-host"), 1024),
            count(backend.get("max-idle-connections"), 2048),
            ticker);
    streamSilence =
        config.get("gateway.backend.stream-idle-timeout").as(Duration.class).orElse(STREAM_SILENCE);
    checkingIssuer = BackendTls.checkingIssuer(config, keys);
    acceptingAnyIssuer = BackendTls.acceptingAnyIssuer(keys);
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("gateway-backend-timer").factory(),
            // After the end: no connection is left that an alarm could close.
            new ThreadPoolExecutor.DiscardPolicy());
    routines =
        List.of(
            timer.scheduleWithFixedDelay(
                pools::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS),
            timer.scheduleWithFixedDelay(
                pools::look, Deadline.LOOK_MILLIS, Deadline.LOOK_MILLIS, TimeUnit.MILLISECONDS));
  }

  private static int count(Config setting, int ifMissing) {
    int count = setting.asInt().orElse(ifMissing);
    if (count < 0) {
      throw new IllegalArgumentException(setting.key() + " is negative: " + count);
    }
    return count;
  }

  @Override
  public PoolState pool() {
    return pools.state();
  }

  @Override
  public BackendReply send(BackendAddress address, BackendRequest request) throws BackendException {
    request.requireSound();
    Deadline deadline =
        new Deadline(ticker, timer, request.timeoutMillis(), streamSilence, request.client());
    Lease lease =
        new Lease(
            pools,
            address,
            resolver,
            address.anyIssuer() ? acceptingAnyIssuer : checkingIssuer,
            deadline);
    try {
      return attempt(lease, request, false);
    } catch (AnswerHead.NoAnswerException | SocketException e) {
      if (!lease.reused() || !request.repeatable() || deadline.end() != null) {
        throw lease.failed(e);
      }
      return repeat(lease, request);
    } catch (IOException e) {
      throw lease.failed(e);
    }
  }

  private static BackendReply repeat(Lease lease, BackendRequest request) throws BackendException {
    try {
      return attempt(lease, request, true);
    } catch (IOException e) {
      throw lease.failed(e);
    }
  }

  private static BackendReply attempt(Lease lease, BackendRequest request, boolean fresh)
      throws IOException {
    boolean answered = false;
    try {
      lease.open(request.timeoutMillis(), fresh);
      BackendReply reply = SocketReply.receive(lease, request);
      answered = true;
      return reply;
    } catch (StreamedBody.ClientSideException e) {
      throw e.failure();
    } finally {
      if (!answered) {
        lease.discard();
      }
    }
  }

  /** Ends the calls in progress; later ones fail. */
  @Override
  public void close() {
    routines.forEach(routine -> routine.cancel(true));
    timer.shutdownNow();
    resolver.close();
    pools.close();
  }
}
