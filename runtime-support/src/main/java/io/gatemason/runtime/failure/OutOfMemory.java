package io.gatemason.runtime.failure;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The end of a process that has run out of memory. Whatever was being done is half done then,
 * classes that were being initialised stay broken, and threads may be gone; whoever runs the
 * process starts it anew.
 */
public final class OutOfMemory {
  private static final int EXIT_CODE = 3;
  private static final byte[] LINE =
      "java.lang.OutOfMemoryError: the process has run out of memory and ends\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);

  private OutOfMemory() {}

  /**
   * Ends the process at once, with one line on its standard error. Does not return, and needs no
   * memory.
   */
  public static void endProcess() {
    try {
      ERRORS.write(LINE);
    } catch (IOException e) {
      // Nobody is left to be told.
    } finally {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  /** Has every thread that ends with an {@link OutOfMemoryError} end the process. */
  public static void watchThreads() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (thrown instanceof OutOfMemoryError) {
            endProcess();
          }
          if (before != null) {
            before.uncaughtException(thread, thrown);
          } else {
            System.getLogger(OutOfMemory.class.getName())
                .log(System.Logger.Level.ERROR, "thread " + thread.getName() + " ended", thrown);
          }
        });
  }
}
