package io.gatemason.runtime.client;

import java.util.Locale;

/** Host names in Host headers. */
public final class HostName {

  private HostName() {}

  /** The host of {@code authority} in lower case, without its port; "" stays "". */
  public static String of(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon >= 0 && authority.indexOf(']', colon) < 0;
    return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
  }
}
