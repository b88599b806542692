package io.gatemason.runtime.function.handler;

import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.ProxyResult;

/**
 * Runs a handler, and makes a result of however that ends. Safe for concurrent use.
 *
 * @param name of the function
 * @param logger told of what fails
 */
record HandlerRuns(String name, System.Logger logger) {
  /** Whatever a function throws, errors included, ends its invocation and nothing else. */
  FunctionResult result(JavaHandler.Invocation invocation, InvocationContext context) {
    try {
      FunctionResult result = invocation.run(context);
      return result.payload().length() > ProxyResult.MAX_BYTES
          ? FunctionResult.failed(FunctionErrors.tooLarge(ProxyResult.MAX_BYTES))
          : result;
    } catch (OutOfMemoryError e) {
      OutOfMemory.endProcess();
      throw e;
    } catch (Throwable e) {
      return failed(e, context.getAwsRequestId());
    }
  }

  private FunctionResult failed(Throwable error, String requestId) {
    try {
      logger.log(
          System.Logger.Level.ERROR,
          () -> "function " + name + ", request " + requestId + " failed",
          error);
      return FunctionResult.failed(FunctionErrors.thrown(error));
    } catch (Throwable e) {
      String type = error.getClass().getName();
      logger.log(
          System.Logger.Level.ERROR,
          "function {0}, request {1} failed with {2}, which cannot say more",
          name,
          requestId,
          type);
      return FunctionResult.failed(FunctionErrors.nameless(type));
    }
  }
}
