package io.gatemason.runtime.log;

import java.util.function.Supplier;

/**
 * The execution log of one call: what happens to it, line by line. Every step writes its lines
 * here; a line is only put together if the stage wants it. Belongs to the thread that serves the
 * call. Source: {@code docs/behaviour/logs.md#execution}.
 */
public interface ExecutionLog {
  /** Of a call whose stage wants no line. */
  ExecutionLog NONE =
      new ExecutionLog() {
        @Override
        public boolean wants(Detail detail) {
          return false;
        }

        @Override
        public void write(Detail detail, String line) {
          // Nobody reads it.
        }
      };

  /** How much is told of a call; each kind of line is wanted or not. */
  enum Detail {
    /** What failed, and how the call ended. */
    ERROR,
    /** What happened. */
    EVENT,
    /** Headers and payloads. */
    DATA
  }

  /** Whether the stage wants lines of that kind. */
  boolean wants(Detail detail);

  /**
   * Writes a line of that kind, if it is wanted; its end and the call's id excluded. What has to be
   * masked is masked already.
   */
  void write(Detail detail, String line);

  /** As {@link #write}, of what happens before the method executes or after it has. */
  default void aside(Detail detail, String line) {
    write(detail, line);
  }

  /** Sets what is done before the first line of the method's execution is written. */
  default void opening(Runnable lines) {
    lines.run();
  }

  /** How values are written here. */
  default LogText text() {
    return LogText.SERVICE;
  }

  /** Tells of a failure, or of how the call ended. */
  default void error(String line) {
    write(Detail.ERROR, line);
  }

  /** Tells of something before the method executes, such as who calls. */
  default void before(Detail detail, Supplier<String> line) {
    if (wants(detail)) {
      aside(detail, line.get());
    }
  }

  /** Tells what happened. */
  default void event(Supplier<String> line) {
    if (wants(Detail.EVENT)) {
      write(Detail.EVENT, line.get());
    }
  }

  /** Tells of headers or a payload. */
  default void data(Supplier<String> line) {
    if (wants(Detail.DATA)) {
      write(Detail.DATA, line.get());
    }
  }
}
