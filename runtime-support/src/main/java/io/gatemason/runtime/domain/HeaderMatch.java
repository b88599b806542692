package io.gatemason.runtime.domain;

import io.gatemason.runtime.client.RequestFields;

/**
 * A header that a rule asks for.
 *
 * @param name in any letter case
 * @param glob its value, in which {@code *} at the start, at the end or at both stands for any text
 */
public record HeaderMatch(String name, String glob) {
  private static final String ANY = "*";

  /** Whether a request has the header with such a value. */
  boolean fits(RequestFields fields) {
    for (String value : fields.all(name)) {
      if (fits(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(String value) {
    if (glob.equals(ANY)) {
      return true;
    }
    boolean open = glob.startsWith(ANY);
    boolean unended = glob.endsWith(ANY);
    String text = glob.substring(open ? 1 : 0, glob.length() - (unended ? 1 : 0));
    if (open && unended) {
      return value.contains(text);
    }
    if (open) {
      return value.endsWith(text);
    }
    return unended ? value.startsWith(text) : value.equals(text);
  }
}
