package io.gatemason.runtime.observe;

import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;

/** Where lines end up. Used by one thread. */
interface LogTarget extends AutoCloseable {

  /** Takes a line, without its end; it may be kept back until {@link #flush}. */
  void write(String line) throws IOException;

  /** Takes a line that belongs to a span of a trace, where lines can say so. */
  default void write(String line, SpanContext span) throws IOException {
    write(line);
  }

  /** Nothing is kept back any more. */
  void flush() throws IOException;

  @Override
  default void close() throws IOException {
    flush();
  }
}
