package io.gatemason.runtime.schema.format;

/** One RFC 822 address: a local part, and a domain or an address literal, after a name or alone. */
final class EmailFormat {
  private EmailFormat() {}

  static boolean matches(String text) {
    int open = text.indexOf('<');
    boolean named = open > 0 && text.endsWith(">") && text.indexOf('"') < 0;
    return named ? isAddress(text.substring(open + 1, text.length() - 1)) : isAddress(text);
  }

  private static boolean isAddress(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
  }

  private static boolean isLocal(String local) {
    if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
      return isQuoted(local.substring(1, local.length() - 1));
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return false;
    }
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      if (c <= ' ' || c == 127 || "()<>,;:\\\"[]@".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dots = c == '.' && text.startsWith("..", i);
      if (c == '"' || c == '\r' || c == '\n' || dots) {
        return false;
      }
      if (c == '\\') {
        i++;
      }
    }
    return true;
  }

  private static boolean isDomain(String domain) {
    if (domain.startsWith("[") && domain.endsWith("]")) {
      return domain.length() > 2;
    }
    if (domain.isEmpty()
        || domain.startsWith(".")
        || domain.endsWith(".")
        || domain.contains("..")) {
      return false;
    }
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
