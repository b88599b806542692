package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;

/**
 * What a function logs during one invocation, in the gateway's log under the function's own logger:
 * which function, for which request, and its text.
 */
final class FunctionLog implements LambdaLogger {
  private final System.Logger logger;
  private final String prefix;

  FunctionLog(System.Logger logger, String function, String requestId) {
    this.logger = logger;
    this.prefix = "function " + function + ", request " + requestId + ": ";
  }

  @Override
  public void log(String message) {
    log(message, LogLevel.INFO);
  }

  @Override
  public void log(byte[] message) {
    log(message, LogLevel.INFO);
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    log(new String(message, StandardCharsets.UTF_8), level);
  }

  @Override
  public void log(String message, LogLevel level) {
    logger.log(
        switch (level) {
          case TRACE -> System.Logger.Level.TRACE;
          case DEBUG -> System.Logger.Level.DEBUG;
          case UNDEFINED, INFO -> System.Logger.Level.INFO;
          case WARN -> System.Logger.Level.WARNING;
          case ERROR, FATAL -> System.Logger.Level.ERROR;
        },
        // A handler ends its lines itself, since Lambda's logger adds nothing to them.
        prefix + String.valueOf(message).stripTrailing());
  }
}
