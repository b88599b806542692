package io.gatemason.runtime.function.handler;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.payload.Payload;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A function written in Java. Its handler is made by the first invocation, and called by all of
 * them on virtual threads of their own; where making it fails, the invocation ends with that error
 * and the next one tries again. Immutable but for its handler, and safe for concurrent use.
 */
public final class JavaFunction implements FunctionInvoker {
  private static final int NO_LIMIT = 0;

  /** The longest limit that Lambda allows, for whoever nobody waits for. */
  private static final int ASYNC_LIMIT_MILLIS = 900_000;

  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  /**
   * One thread, which every limit would wake that is the earliest of all; nearly all come after its
   * next turn, which is why it has turns.
   */
  private static final ScheduledThreadPoolExecutor ALARMS = alarms();

  private final String name;
  private final JavaHandler.Factory factory;
  private final int limitMillis;
  private final int memoryMegabytes;
  private final Ticker ticker;
  private final System.Logger logger;
  private final HandlerRuns runs;
  private final String logStream;
  private final ThreadFactory threads;
  private final ReentrantLock creating = new ReentrantLock();
  private volatile @Nullable JavaHandler handler;

  JavaFunction(
      String name,
      JavaHandler.Factory factory,
      int limitMillis,
      int memoryMegabytes,
      Ticker ticker) {
    this.name = name;
    this.factory = factory;
    this.limitMillis = limitMillis;
    this.memoryMegabytes = memoryMegabytes;
    this.ticker = ticker;
    this.logger = System.getLogger("gateway.function." + name);
    this.runs = new HandlerRuns(name, logger);
    this.threads = Thread.ofVirtual().name("function " + name).factory();
    this.logStream = "[$LATEST]" + Long.toHexString(ProcessHandle.current().pid());
  }

  private static ScheduledThreadPoolExecutor alarms() {
    ScheduledThreadPoolExecutor alarms =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("limits of functions").factory());
    alarms.setRemoveOnCancelPolicy(true);
    Future<?> unused = alarms.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
    return alarms;
  }

  /** A function without a limit of its own: only the integration's timeout counts. */
  public static JavaFunction of(String name, JavaHandler.Factory factory) {
    return new JavaFunction(name, factory, NO_LIMIT, DEFAULT_MEMORY_MEGABYTES, Ticker.system());
  }

  /** The same with a limit in milliseconds on an invocation. */
  public JavaFunction withTimeoutMillis(int millis) {
    return new JavaFunction(name, factory, millis, memoryMegabytes, ticker);
  }

  /** The same with another size of memory, which is told to the function and not enforced. */
  public JavaFunction withMemoryMegabytes(int megabytes) {
    return new JavaFunction(name, factory, limitMillis, megabytes, ticker);
  }

  /**
   * Invokes the function. At its own limit it is interrupted and the invocation ends with an error.
   * Where the integration's timeout comes first, the request fails and the function goes on until
   * its own limit, as on Lambda; without a limit of its own it is interrupted at once.
   */
  @Override
  public FunctionResult invoke(FunctionCall call) {
    InvocationContext context = context(call);
    byte[] event = call.payload().bytes();
    JavaHandler.Invocation invocation =
        any -> FunctionResult.returned(handler().handle(event, context));
    FutureTask<FunctionResult> run = new FutureTask<>(() -> runs.result(invocation, context));
    threads.newThread(run).start();
    if (call.async()) {
      watch(run, context);
      return FunctionResult.started();
    }
    try {
      return run.get(
          ownLimitFirst(call) ? limitMillis : call.function().timeoutMillis(),
          TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (ownLimitFirst(call)) {
        run.cancel(true);
        return timedOut(context);
      }
      watch(run, context);
      throw GatewayFailure.integrationTimeout();
    } catch (InterruptedException e) {
      run.cancel(true);
      Thread.currentThread().interrupt();
      throw GatewayFailure.internalError("interrupted while function " + name + " was running");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the errors of a function are results", e);
    }
  }

  /**
   * As {@link #invoke}; once the handler has been made on the thread of the request, and without
   * JSON if it can do without.
   */
  @Override
  public FunctionResult invokeProxy(
      Exchange exchange, LambdaFunction function, EventChanges changes) {
    JavaHandler known = handler;
    return known == null
        ? FunctionInvoker.super.invokeProxy(exchange, function, changes)
        : onThisThread(exchange, function, known.invocation(exchange, changes));
  }

  private FunctionResult onThisThread(
      Exchange exchange, LambdaFunction function, JavaHandler.Invocation invocation) {
    FunctionCall call = FunctionCall.of(exchange, function, Payload.empty(), false);
    InvocationContext context = context(call);
    RequestRun run = new RequestRun(exchange);
    Future<?> alarm =
        ALARMS.schedule(
            () -> timeUp(run, context, ownLimitFirst(call)),
            ownLimitFirst(call) ? limitMillis : function.timeoutMillis(),
            TimeUnit.MILLISECONDS);
    FunctionResult result = runs.result(invocation, context);
    alarm.cancel(false);
    run.end();
    return result;
  }

  private InvocationContext context(FunctionCall call) {
    int patience = call.async() ? ASYNC_LIMIT_MILLIS : call.function().timeoutMillis();
    int limit = limitMillis == NO_LIMIT ? patience : limitMillis;
    FunctionLog log = new FunctionLog(logger, name, call.requestId());
    return new InvocationContext(call, logStream, memoryMegabytes, log, ticker, limit);
  }

  private boolean ownLimitFirst(FunctionCall call) {
    return limitMillis != NO_LIMIT && limitMillis <= call.function().timeoutMillis();
  }

  private FunctionResult timedOut(InvocationContext context) {
    return FunctionResult.failed(FunctionErrors.timedOut(context.getAwsRequestId(), limitMillis));
  }

  /** Answers for a function that still runs, and interrupts it when it may run no longer. */
  private void timeUp(RequestRun run, InvocationContext context, boolean ownLimit) {
    GatewayFailure failure =
        ownLimit ? timedOut(context).failure() : GatewayFailure.integrationTimeout();
    if (run.answer(failure)) {
      logger.log(
          System.Logger.Level.WARNING,
          "function {0}, request {1}: {2}",
          name,
          context.getAwsRequestId(),
          failure.getMessage());
      Future<?> unused =
          ALARMS.schedule(
              () -> {
                if (run.interrupt()) {
                  logInterruption(context);
                }
              },
              context.getRemainingTimeInMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  /** Interrupts a function that nobody waits for when its time is over. */
  private void watch(Future<FunctionResult> run, InvocationContext context) {
    int millis = context.getRemainingTimeInMillis();
    Thread.ofVirtual()
        .name("limit of function " + name)
        .start(
            () -> {
              try {
                run.get(millis, TimeUnit.MILLISECONDS);
              } catch (TimeoutException e) {
                run.cancel(true);
                logInterruption(context);
              } catch (InterruptedException e) {
                run.cancel(true);
                Thread.currentThread().interrupt();
              } catch (ExecutionException e) {
                throw new IllegalStateException("the errors of a function are results", e);
              }
            });
  }

  private void logInterruption(InvocationContext context) {
    logger.log(
        System.Logger.Level.WARNING,
        "function {0}, request {1}: interrupted at its limit",
        name,
        context.getAwsRequestId());
  }

  private JavaHandler handler() throws Exception {
    JavaHandler known = handler;
    if (known != null) {
      return known;
    }
    creating.lock();
    try {
      known = handler;
      if (known == null) {
        known = factory.create();
        handler = known;
      }
      return known;
    } finally {
      creating.unlock();
    }
  }
}
