package io.gatemason.runtime.regex;

/** Counts the steps of a match, and ends one that takes too many. Not thread-safe. */
final class Steps implements Runnable {
  private int left;

  Steps(int most) {
    left = most;
  }

  @Override
  public void run() {
    if (left-- == 0) {
      throw new StepsException();
    }
  }

  /** Ends a match that takes too long; not a failure. Without stack trace. */
  static final class StepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepsException() {
      super("too many steps", null, false, false);
    }
  }
}
