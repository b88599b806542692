package io.gatemason.runtime.function.host;

import io.gatemason.runtime.function.FunctionResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs a function, one invocation after the other, until it ends or is ended. Safe
 * for concurrent use; it never calls its pool while it holds its own lock.
 */
final class FunctionProcess implements RuntimeSession {
  private static final System.Logger LOG = System.getLogger(FunctionProcess.class.getName());

  /** As on Lambda; a function that may run for longer may also take that long to initialise. */
  private static final Duration LEAST_INIT_TIME = Duration.ofSeconds(10);

  /** A process that failed to initialise is expected to end by itself. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final FunctionPool pool;
  private final FunctionSettings settings;
  private final Surroundings surroundings;

  /** The invocation that the process will begin with as soon as it is initialised. */
  private @Nullable Invocation first;

  private @Nullable Invocation running;

  /** Where the next invocation is put; null while the process does not ask for one. */
  private @Nullable CompletableFuture<@Nullable Invocation> turn;

  private @Nullable ProcessTree processes;
  private @Nullable Future<?> alarm;
  private long deadlineMillis;
  private boolean ended;
  private volatile String requestId;

  FunctionProcess(
      FunctionPool pool, FunctionSettings settings, Surroundings surroundings, Invocation first) {
    this.pool = pool;
    this.settings = settings;
    this.surroundings = surroundings;
    this.first = first;
    this.requestId = first.id();
  }

  /** Starts the process; if that does not work, its first invocation ends so. */
  void start() {
    try {
      RuntimeApi api = RuntimeApi.open(this);
      try {
        supervise(launch(api.address()), api);
      } catch (IOException e) {
        api.close();
        throw e;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "{0}: the process did not start: {1}", this, e.toString());
      retire(null, lost -> RuntimeErrors.notStarted(lost.id(), "the process did not start"));
    }
  }

  private Process launch(String runtimeApi) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(settings.command())
            .directory(settings.directory().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            ChildEnvironment.of(
                settings, surroundings.environment().get(), surroundings.region(), runtimeApi));
    Process started = builder.start();
    try {
      started.getOutputStream().close();
    } catch (IOException e) {
      started.destroyForcibly();
      throw e;
    }
    return started;
  }

  private void supervise(Process started, RuntimeApi api) {
    Thread.ofPlatform()
        .daemon()
        .name("function " + settings.name() + " " + started.pid())
        .start(new FunctionLog(this, started.getInputStream()));
    boolean unwanted;
    synchronized (this) {
      processes = new ProcessTree(started);
      unwanted = ended;
      Invocation awaited = first;
      if (awaited != null) {
        Duration limit = initTime();
        alarm = after(limit, () -> timeUp(awaited, limit));
      }
    }
    if (unwanted) {
      kill();
    }
    Thread.startVirtualThread(() -> watch(started, api));
  }

  private void watch(Process started, RuntimeApi api) {
    try {
      exited(started.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (this) {
        abandonTurn();
      }
      api.close();
    }
  }

  private void abandonTurn() {
    if (turn != null) {
      turn.complete(null);
    }
  }

  private Duration initTime() {
    Duration timeout = settings.timeout();
    return timeout.compareTo(LEAST_INIT_TIME) > 0 ? timeout : LEAST_INIT_TIME;
  }

  private Future<?> after(Duration delay, Runnable action) {
    return surroundings.timer().schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public @Nullable Invocation next() throws TransitionException {
    CompletableFuture<@Nullable Invocation> asked = new CompletableFuture<>();
    synchronized (this) {
      if (running != null) {
        throw new TransitionException("Transition from Running to Ready is not allowed");
      }
      abandonTurn();
      turn = asked;
      Invocation awaiting = first;
      if (awaiting != null) {
        first = null;
        begin(awaiting, asked);
      }
    }
    if (!asked.isDone()) {
      pool.idle(this);
    }
    return asked.join();
  }

  /** Has the process run this; false if it does not ask for an invocation. */
  synchronized boolean offer(Invocation invocation) {
    CompletableFuture<@Nullable Invocation> asked = turn;
    if (asked == null || ended) {
      return false;
    }
    begin(invocation, asked);
    return true;
  }

  private void begin(Invocation invocation, CompletableFuture<@Nullable Invocation> asked) {
    disarm();
    turn = null;
    running = invocation;
    requestId = invocation.id();
    deadlineMillis = surroundings.clock().epochMillis() + settings.timeout().toMillis();
    alarm = after(settings.timeout(), () -> timeUp(invocation, settings.timeout()));
    asked.complete(invocation);
  }

  private void disarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  @Override
  public synchronized Map<String, String> headers(Invocation invocation) {
    return surroundings.headers(invocation, deadlineMillis);
  }

  @Override
  public boolean end(String id, FunctionResult result) {
    Invocation done;
    synchronized (this) {
      done = running;
      if (done == null || !done.id().equals(id)) {
        return false;
      }
      running = null;
      disarm();
    }
    pool.settling(this);
    done.end(result);
    return true;
  }

  @Override
  public void failInit(byte[] error) throws TransitionException {
    Invocation failed;
    synchronized (this) {
      failed = first;
      if (failed == null) {
        throw new TransitionException("Transition from Ready to InitError is not allowed");
      }
      first = null;
      disarm();
      alarm = after(LAST_WORDS, this::kill);
    }
    pool.settling(this);
    failed.end(FunctionResult.failed(error));
  }

  private void timeUp(Invocation late, Duration limit) {
    if (retire(late, lost -> RuntimeErrors.timedOut(lost.id(), limit))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: the process took longer than {1} s and is ended",
          this,
          limit.toSeconds());
      kill();
    }
  }

  private void exited(int status) {
    if (retire(null, lost -> RuntimeErrors.exited(lost.id(), status))) {
      LOG.log(System.Logger.Level.WARNING, "{0}: the process ended, exit status {1}", this, status);
    }
  }

  /**
   * Takes the process out of service and ends the invocation that it was at or for.
   *
   * @param only does this only if the process is at this invocation
   * @return false if that was done before, or the process is not at {@code only}
   */
  private boolean retire(@Nullable Invocation only, Function<Invocation, FunctionResult> outcome) {
    Invocation lost;
    synchronized (this) {
      lost = running != null ? running : first;
      if (ended || (only != null && only != lost)) {
        return false;
      }
      ended = true;
      running = null;
      first = null;
      disarm();
    }
    pool.ended(this);
    if (lost != null) {
      lost.end(outcome.apply(lost));
    }
    return true;
  }

  /** Asks the process, and those it has started, to end. */
  void stop() {
    retire(null, lost -> RuntimeErrors.notStarted(lost.id(), "the gateway stops"));
    ProcessTree running = processes();
    if (running != null) {
      running.stop();
    }
  }

  /** Ends the process, and those it has started, at once. */
  void kill() {
    ProcessTree running = processes();
    if (running != null) {
      running.kill();
    }
  }

  /** Waits for the process to end, for as long as {@code nanos}, then ends it. */
  void awaitEnd(long nanos) throws InterruptedException {
    ProcessTree running = processes();
    if (running != null) {
      running.awaitEnd(nanos);
    }
  }

  private synchronized @Nullable ProcessTree processes() {
    return processes;
  }

  /** The function and the request that the process is or was last at. */
  @Override
  public String toString() {
    return "function " + settings.name() + ", request " + requestId;
  }
}
