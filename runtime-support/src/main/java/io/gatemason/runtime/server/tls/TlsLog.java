package io.gatemason.runtime.server.tls;

/** What whoever runs the gateway is told about certificates. */
final class TlsLog {
  private static final System.Logger LOG = System.getLogger(TlsLog.class.getName());

  private TlsLog() {}

  static void info(String text) {
    LOG.log(System.Logger.Level.INFO, text);
  }

  static void warn(String text) {
    LOG.log(System.Logger.Level.WARNING, text);
  }
}
