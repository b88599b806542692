package io.gatemason.runtime.server.wire;

/** Which bytes may stand where in a head (RFC 9110 §5.6.2, RFC 3986 §2). */
public final class Octets {
  private static final int TOKEN = 1;
  private static final int VALUE = 2;
  private static final int TARGET = 4;
  private static final int HOST = 8;
  private static final byte[] KINDS = kinds();

  private Octets() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int i = 0; i < 256; i++) {
      boolean alphanumeric =
          (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z');
      int kind = 0;
      kind |= alphanumeric || "!#$%&'*+-.^_`|~".indexOf(i) >= 0 ? TOKEN : 0;
      kind |= i == '\t' || (i >= ' ' && i != 127) ? VALUE : 0;
      kind |= i > ' ' && i < 127 ? TARGET : 0;
      kind |= alphanumeric || "-._~!$&'()*+,;=%:[]".indexOf(i) >= 0 ? HOST : 0;
      kinds[i] = (byte) kind;
    }
    return kinds;
  }

  /** Whether a byte may be part of a method, a field name or another token. */
  public static boolean token(byte octet) {
    return (KINDS[octet & 0xFF] & TOKEN) != 0;
  }

  /** Whether a byte may be part of a field value. */
  public static boolean value(byte octet) {
    return (KINDS[octet & 0xFF] & VALUE) != 0;
  }

  /** Whether a byte may be part of a target; which of them have to be escaped is judged later. */
  public static boolean target(byte octet) {
    return (KINDS[octet & 0xFF] & TARGET) != 0;
  }

  /** The value of a hexadecimal digit, -1 for other bytes. */
  public static int hex(byte octet) {
    if (octet >= '0' && octet <= '9') {
      return octet - '0';
    }
    int lower = octet | 0x20;
    return octet > 0 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  public static boolean digit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  /**
   * Whether a text is a host with or without a port (RFC 3986 §3.2.2): a name, an address, or an
   * address in brackets.
   */
  public static boolean isAuthority(String text) {
    boolean literal = text.startsWith("[");
    int end = literal ? text.indexOf(']') + 1 : text.indexOf(':');
    int hostEnd = end < 0 ? text.length() : end;
    boolean host = literal ? isLiteral(text, hostEnd) : isName(text, 0, hostEnd);
    return host && (hostEnd == text.length() || isPort(text, hostEnd));
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean legal = c < 128 && (KINDS[c] & HOST) != 0 && c != ':' && c != '[' && c != ']';
      if (!legal || (c == '%' && !escape(text, i))) {
        return false;
      }
    }
    return to > from;
  }

  /** An address of version 6, perhaps with a zone (RFC 6874); it ends with its bracket. */
  private static boolean isLiteral(String text, int end) {
    boolean colon = false;
    for (int i = 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (colon && c == '%') {
        return text.startsWith("%25", i) && isName(text, i + 3, end - 1);
      }
      colon |= c == ':';
      if (c >= 128 || (c != ':' && c != '.' && hex((byte) c) < 0)) {
        return false;
      }
    }
    return colon;
  }

  private static boolean escape(String text, int index) {
    return index + 2 < text.length()
        && hex((byte) text.charAt(index + 1)) >= 0
        && hex((byte) text.charAt(index + 2)) >= 0;
  }

  private static boolean isPort(String text, int colon) {
    if (text.charAt(colon) != ':' || text.length() - colon > 6) {
      return false;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
