package io.gatemason.runtime.function.host;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one function: as many as invocations run at a time, up to the limit. They are
 * started by invocations and kept. Safe for concurrent use.
 */
final class FunctionPool implements FunctionInvoker {
  private static final System.Logger LOG = System.getLogger(FunctionPool.class.getName());

  /** How long to wait for a process that has answered to be ready again, before starting one. */
  private static final long NANOS_BEFORE_START = TimeUnit.MILLISECONDS.toNanos(50);

  /** The same before refusing an invocation: it is idle already as its client sees it. */
  private static final long NANOS_BEFORE_REFUSAL = TimeUnit.SECONDS.toNanos(2);

  /** Asynchronous invocations that wait for a process. */
  private static final int LARGEST_BACKLOG = 1_000;

  private final FunctionSettings settings;
  private final Surroundings surroundings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PoolMembers members = new PoolMembers();
  private final Deque<Invocation> backlog = new ArrayDeque<>();

  private Map<Path, String> code = Map.of();
  private boolean closed;

  FunctionPool(FunctionSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
  }

  @Override
  public FunctionResult invoke(FunctionCall call) {
    Invocation invocation = new Invocation(call);
    if (invocation.event().length > RuntimeErrors.PAYLOAD_BYTES) {
      throw RuntimeErrors.refused(413, "RequestTooLargeException");
    }
    if (surroundings.reload()) {
      discardOutdated();
    }
    if (call.async()) {
      accept(invocation);
      return FunctionResult.started();
    }
    assign(invocation);
    return invocation.await();
  }

  /** From now on no invocation goes to a process that was started with other code. */
  private void discardOutdated() {
    Map<Path, String> now = CodeFolder.look(settings.directory());
    List<FunctionProcess> unused;
    lock.lock();
    try {
      if (now.equals(code)) {
        return;
      }
      code = now;
      if (members.count() > 0) {
        LOG.log(System.Logger.Level.INFO, "function {0}: its code has changed", settings.name());
      }
      unused = members.outdate();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    unused.forEach(FunctionPool::discard);
  }

  private static void discard(FunctionProcess process) {
    process.stop();
    process.kill();
  }

  private void assign(Invocation invocation) {
    FunctionProcess started;
    lock.lock();
    try {
      awaitSettled();
      if (closed) {
        throw GatewayFailure.integrationFailure("the gateway stops");
      }
      if (offered(invocation)) {
        return;
      }
      started = another(invocation);
    } finally {
      lock.unlock();
    }
    if (started == null) {
      throw RuntimeErrors.refused(429, "TooManyRequestsException");
    }
    started.start();
  }

  private void awaitSettled() {
    boolean full = members.count() >= settings.concurrency();
    long nanos = full ? NANOS_BEFORE_REFUSAL : NANOS_BEFORE_START;
    try {
      while (members.oneIsAboutToAsk() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean offered(Invocation invocation) {
    FunctionProcess process = members.takeIdle();
    while (process != null && !process.offer(invocation)) {
      process = members.takeIdle();
    }
    return process != null;
  }

  /** A process to be started, null if there are enough. */
  private @Nullable FunctionProcess another(Invocation invocation) {
    if (members.count() >= settings.concurrency()) {
      return null;
    }
    FunctionProcess process = new FunctionProcess(this, settings, surroundings, invocation);
    members.add(process);
    return process;
  }

  private void accept(Invocation invocation) {
    lock.lock();
    try {
      if (closed || backlog.size() >= LARGEST_BACKLOG) {
        throw RuntimeErrors.refused(429, "TooManyRequestsException");
      }
      backlog.add(invocation);
    } finally {
      lock.unlock();
    }
    serveBacklog();
  }

  private void serveBacklog() {
    List<FunctionProcess> started = new ArrayList<>();
    lock.lock();
    try {
      while (!backlog.isEmpty()) {
        if (!offered(backlog.element())) {
          FunctionProcess process = another(backlog.element());
          if (process == null) {
            break;
          }
          started.add(process);
        }
        backlog.remove();
      }
    } finally {
      lock.unlock();
    }
    started.forEach(FunctionProcess::start);
  }

  /** The process asks for an invocation. */
  void idle(FunctionProcess process) {
    boolean discarded;
    lock.lock();
    try {
      discarded = !members.idle(process);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (discarded) {
      discard(process);
    }
    serveBacklog();
  }

  /** The process has answered, and will soon ask for the next invocation or end. */
  void settling(FunctionProcess process) {
    locked(() -> members.settling(process));
  }

  /** The process will not ask any more. */
  void ended(FunctionProcess process) {
    locked(
        () -> {
          members.remove(process);
          changed.signalAll();
        });
    serveBacklog();
  }

  /** From now on every new invocation is refused. */
  void refuse() {
    locked(() -> closed = true);
  }

  /** Waits for accepted invocations to end; for {@code nanos} at most. */
  void drain(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && (!backlog.isEmpty() || members.someAreAtWork())) {
        left = changed.awaitNanos(left);
      }
      if (!backlog.isEmpty()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "function {0}: {1} asynchronous invocations are lost, the gateway stops",
            settings.name(),
            backlog.size());
        backlog.clear();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Asks all processes to end; returns them. */
  List<FunctionProcess> stop() {
    List<FunctionProcess> stopped = new ArrayList<>();
    locked(() -> stopped.addAll(members.all()));
    stopped.forEach(FunctionProcess::stop);
    return stopped;
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
