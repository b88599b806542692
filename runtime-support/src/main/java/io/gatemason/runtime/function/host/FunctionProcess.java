package io.gatemason.runtime.function.host;

import io.gatemason.runtime.function.FunctionResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs a function, one invocation after the other, until it ends or is ended. Safe
 * for concurrent use; it never calls its pool while it holds its own lock.
 */
final class FunctionProcess implements RuntimeSession {
  private static final System.Logger LOG = System.getLogger(FunctionProcess.class.getName());

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

  private final FunctionLog log = new FunctionLog(this);
  private @Nullable ProcessTree processes;
  private final Alarm alarm;
  private long deadlineMillis;
  private boolean ended;
  private volatile String requestId;

  FunctionProcess(
      FunctionPool pool, FunctionSettings settings, Surroundings surroundings, Invocation first) {
    this.pool = pool;
    this.settings = settings;
    this.surroundings = surroundings;
    this.alarm = new Alarm(surroundings.timer());
    this.first = first;
    this.requestId = first.id();
  }

  /** Starts the process; if that does not work, its first invocation ends so. */
  void start() {
    try {
      RuntimeApi api = RuntimeApi.open(this);
      try {
        supervise(ProcessTree.start(settings, surroundings, api.address()), api);
      } catch (IOException e) {
        api.close();
        throw e;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "{0}: the process did not start: {1}", this, e.toString());
      retire(null, lost -> RuntimeErrors.notStarted(lost.id(), "the process did not start"));
    }
  }

  private void supervise(Process started, RuntimeApi api) {
    log.follow(started, settings.name());
    boolean unwanted;
    synchronized (this) {
      processes = new ProcessTree(started);
      unwanted = ended;
      Invocation awaited = first;
      if (awaited != null) {
        alarm.set(settings.initTime(), () -> timeUp(awaited, settings.initTime()));
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
      abandonTurn();
      api.close();
    }
  }

  private synchronized void abandonTurn() {
    if (turn != null) {
      turn.complete(null);
    }
  }

  @Override
  public @Nullable Invocation next() throws TransitionException {
    log.catchUp();
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
    alarm.cancel();
    turn = null;
    running = invocation;
    requestId = invocation.id();
    deadlineMillis = surroundings.clock().epochMillis() + settings.timeout().toMillis();
    alarm.set(settings.timeout(), () -> timeUp(invocation, settings.timeout()));
    asked.complete(invocation);
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
      alarm.cancel();
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
      alarm.cancel();
      alarm.set(LAST_WORDS, this::kill);
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
      alarm.cancel();
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
    started().ifPresent(ProcessTree::stop);
  }

  /** Ends the process, and those it has started, at once. */
  void kill() {
    started().ifPresent(ProcessTree::kill);
  }

  /** Waits for the process to end, for as long as {@code nanos}, then ends it. */
  void awaitEnd(long nanos) throws InterruptedException {
    Optional<ProcessTree> started = started();
    if (started.isPresent()) {
      started.get().awaitEnd(nanos);
    }
  }

  private synchronized Optional<ProcessTree> started() {
    return Optional.ofNullable(processes);
  }

  /** The function and the request that the process is or was last at. */
  @Override
  public String toString() {
    return "function " + settings.name() + ", request " + requestId;
  }
}
