package io.gatemason.runtime.aws;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The loggers of the AWS SDK that would write credentials at levels below INFO. */
final class SdkLoggers {
  /**
   * One writes what is signed, session tokens included, the other what a metadata service answered.
   * Held here, since a logger that nobody holds is forgotten with its filter.
   */
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger(
              "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner"),
          Logger.getLogger("software.amazon.awssdk.regions.util.HttpResourcesUtils"));

  private SdkLoggers() {}

  /** Keeps back what they write below INFO, for as long as the process runs. */
  static void silence() {
    for (Logger logger : TALKATIVE) {
      logger.setFilter(line -> line.getLevel().intValue() >= Level.INFO.intValue());
    }
  }
}
