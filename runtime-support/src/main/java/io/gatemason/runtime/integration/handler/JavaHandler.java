package io.gatemason.runtime.integration.handler;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * A function's handler, as generated code calls it. One instance serves all invocations, also at
 * the same time.
 */
@FunctionalInterface
public interface JavaHandler {

  /**
   * Calls the function.
   *
   * @param event a JSON text in UTF-8; not to be changed
   * @param context the invocation
   * @return the result, a JSON text in UTF-8
   * @throws Exception whatever the function throws; the invocation then ends with an error
   */
  byte[] handle(byte[] event, Context context) throws Exception;

  /** Makes a handler, with which the function's own class is loaded and initialised. */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes the handler.
     *
     * @throws Exception whatever the function's constructor throws
     */
    JavaHandler create() throws Exception;
  }
}
