package io.gatemason.runtime.exchange;

/**
 * One method of an API. Generated code has one class per method. Implementations are safe for
 * concurrent use.
 */
public interface MethodHandler {

  /** What is fixed about the method. */
  MethodInfo info();

  /**
   * Runs the method's steps and sends the answer. A failure that ends the request is thrown; the
   * server turns it into a gateway response.
   */
  void handle(Exchange exchange);
}
