package io.gatemason.runtime.function.host;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One event on its way through a process, and what came of it. Safe for concurrent use. */
final class Invocation {
  private static final System.Logger LOG = System.getLogger(Invocation.class.getName());

  private final FunctionCall call;
  private final byte[] event;
  private final CompletableFuture<FunctionResult> result = new CompletableFuture<>();

  Invocation(FunctionCall call) {
    this.call = call;
    this.event = call.payload().bytes();
  }

  /** The id under which the function knows this invocation: that of the gateway's request. */
  String id() {
    return call.requestId();
  }

  FunctionCall call() {
    return call;
  }

  byte[] event() {
    return event;
  }

  /** The first end of an invocation counts. An error that nobody waits for is logged. */
  void end(FunctionResult outcome) {
    if (result.complete(outcome) && outcome.failed() && call.async()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "function {0}, request {1}: the asynchronous invocation failed: {2}",
          call.function().name(),
          id(),
          FunctionLog.oneLine(new String(outcome.payload().bytes(), StandardCharsets.UTF_8)));
    }
  }

  /**
   * Waits as long as the integration does; the function may go on after that, as on Lambda.
   *
   * @throws GatewayFailure INTEGRATION_TIMEOUT
   */
  FunctionResult await() {
    try {
      return result.get(call.function().timeoutMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw GatewayFailure.integrationTimeout();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GatewayFailure.integrationFailure("interrupted while the function ran");
    } catch (ExecutionException e) {
      throw new IllegalStateException("an invocation ends with a result", e);
    }
  }
}
