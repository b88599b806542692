package io.gatemason.runtime.observe;

import java.io.IOException;

/** Where lines end up. Used by one thread. */
interface LogTarget extends AutoCloseable {

  /** Takes a line, without its end; it may be kept back until {@link #flush}. */
  void write(String line) throws IOException;

  /** Nothing is kept back any more. */
  void flush() throws IOException;

  @Override
  default void close() throws IOException {
    flush();
  }
}
