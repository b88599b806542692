package io.gatemason.maven.report;

/** Where lines for the user go. */
public interface BuildLog {
  /** Writes a line of progress or a result. */
  void info(String line);

  /** Writes a line that asks for attention. */
  void warn(String line);

  /** Writes a line about what stopped the build. */
  void error(String line);
}
