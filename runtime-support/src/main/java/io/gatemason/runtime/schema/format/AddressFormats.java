package io.gatemason.runtime.schema.format;

import java.util.regex.Pattern;

/** Host names and IP addresses. */
final class AddressFormats {
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private AddressFormats() {}

  static boolean isIpv4(String text) {
    return isDotted(text) || isMapped(text);
  }

  /** An IPv4 address in IPv6 notation, which counts as the former only. */
  private static boolean isMapped(String text) {
    int prefix = "::ffff:".length();
    return text.regionMatches(true, 0, "::ffff:", 0, prefix) && isDotted(text.substring(prefix));
  }

  private static boolean isDotted(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return false;
    }
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return false;
      }
    }
    return true;
  }

  static boolean isIpv6(String text) {
    int zone = text.indexOf('%');
    if (zone >= 0) {
      return zone > 0 && zone + 1 < text.length() && isIpv6(text.substring(0, zone));
    }
    int gap = text.indexOf("::");
    if (isMapped(text)) {
      return false;
    }
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    int before = groups(text.substring(0, gap), false);
    int after = groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many 16-bit groups a text has; -1 if it is none. */
  private static int groups(String text, boolean last) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] groups = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (GROUP.matcher(groups[i]).matches()) {
        count++;
      } else if (last && i == groups.length - 1 && isDotted(groups[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }

  static boolean isHostname(String text) {
    String name = text.replaceAll("[\u3002\uFF0E\uFF61]", ".");
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String[] labels = name.split("\\.", -1);
    if (name.length() > 253 || labels.length > 127) {
      return false;
    }
    for (int i = 0; i < labels.length; i++) {
      if (!isLabel(labels[i])) {
        return false;
      }
    }
    return !isDigit(labels[labels.length - 1].charAt(0));
  }

  private static boolean isLabel(String label) {
    if (label.isEmpty()
        || label.length() > 63
        || isDash(label, 0)
        || isDash(label, label.length() - 1)) {
      return false;
    }
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c < 128 && !Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDash(String label, int index) {
    return label.charAt(index) == '-' || label.charAt(index) == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
