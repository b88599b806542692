package io.gatemason.templates;

import org.apache.velocity.exception.VelocityException;

/**
 * {@code #plain}: a name that means nothing special in any format or shell, written as it is;
 * anything else is refused.
 */
public final class EscapePlain extends EscapeDirective {
  private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._-]*";

  @Override
  public String getName() {
    return "plain";
  }

  @Override
  String escape(String value) {
    if (!value.matches(PLAIN)) {
      throw new VelocityException("\"" + value + "\" has to match " + PLAIN);
    }
    return value;
  }
}
