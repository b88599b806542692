package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;

/** What a function logs, in the gateway's log under the function's own logger. */
final class FunctionLog implements LambdaLogger {
  private final System.Logger logger;

  FunctionLog(System.Logger logger) {
    this.logger = logger;
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
        String.valueOf(message).stripTrailing());
  }
}
