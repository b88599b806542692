package io.gatemason.runtime.client;

import java.util.Locale;

/** Host names in Host headers. */
public final class HostName {

  private HostName() {}

  /**
   * The host of {@code authority} in lower case, without its port and the dot of the root; "" stays
   * "".
   */
  public static String of(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon >= 0 && authority.indexOf(']', colon) < 0;
    String host = port ? authority.substring(0, colon) : authority;
    return (host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
        .toLowerCase(Locale.ROOT);
  }
}
