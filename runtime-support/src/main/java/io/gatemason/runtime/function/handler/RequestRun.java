package io.gatemason.runtime.function.handler;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A function that runs on the thread of its request: a thread of its own would cost as much as the
 * rest of a small request. If its time is up first, another thread answers the request.
 */
final class RequestRun {
  private final Exchange exchange;
  private final Thread thread = Thread.currentThread();
  private @Nullable FutureTask<?> answer;
  private boolean ended;

  /** The function begins now, on this thread. */
  RequestRun(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Answers the request with {@code failure} unless the function has ended. Does not block. The
   * answer needs no thread that functions could hold by computing.
   *
   * @return whether the function still runs
   */
  synchronized boolean answer(GatewayFailure failure) {
    if (!ended) {
      FutureTask<?> task = new FutureTask<>(() -> exchange.answerEarly(failure), null);
      Thread.ofPlatform().daemon().name("answer in time").start(task);
      answer = task;
    }
    return !ended;
  }

  /** Interrupts the function unless it has ended. */
  synchronized boolean interrupt() {
    if (!ended) {
      thread.interrupt();
    }
    return !ended;
  }

  /**
   * The function has ended. An interruption that is still pending was the function's, and must not
   * close the connection.
   *
   * @throws RuntimeException if the request was answered meanwhile, so that nothing is left to do
   */
  void end() {
    FutureTask<?> answered = ended();
    if (answered == null) {
      return;
    }
    try {
      answered.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("the request could not be answered in time", e);
    }
    throw new ExchangeFailure(Reason.ANSWERED, "the request was answered in time");
  }

  private synchronized @Nullable FutureTask<?> ended() {
    ended = true;
    boolean unused = Thread.interrupted();
    return answer;
  }
}
