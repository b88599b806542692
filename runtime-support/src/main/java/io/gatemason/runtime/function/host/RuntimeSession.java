package io.gatemason.runtime.function.host;

import io.gatemason.runtime.function.FunctionResult;
import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process may ask for and tell through its Runtime API. Safe for concurrent use. */
interface RuntimeSession {

  /**
   * Waits for the next invocation; null if nobody waits for it any more.
   *
   * @throws TransitionException if the one before it is not answered yet
   */
  @Nullable Invocation next() throws TransitionException;

  /** The headers that go with the event of an invocation. */
  Map<String, String> headers(Invocation invocation);

  /** Ends the running invocation; false if it does not have this id. */
  boolean end(String requestId, FunctionResult result);

  /**
   * The process could not initialise.
   *
   * @throws TransitionException if it has asked for an invocation before
   */
  void failInit(byte[] error) throws TransitionException;

  /** A call of the API out of order. */
  final class TransitionException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    TransitionException(String message) {
      super(message);
    }
  }
}
