package io.gatemason.maven.mojo;

import io.gatemason.maven.report.BuildLog;
import org.apache.maven.plugin.logging.Log;

/** Reports to the log of Maven. */
final class MavenBuildLog implements BuildLog {
  private final Log log;

  MavenBuildLog(Log log) {
    this.log = log;
  }

  @Override
  public void info(String line) {
    log.info(line);
  }

  @Override
  public void warn(String line) {
    log.warn(line);
  }

  @Override
  public void error(String line) {
    log.error(line);
  }
}
