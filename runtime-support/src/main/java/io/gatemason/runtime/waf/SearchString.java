package io.gatemason.runtime.waf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes that statements look for; letters are compared with regard to case
 * (docs/behaviour/web-acls.md#byte-match). Immutable.
 */
public final class SearchString {
  private final byte[] bytes;

  private SearchString(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes of a text in UTF-8. */
  public static SearchString of(String text) {
    return new SearchString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes that are written in Base64. */
  public static SearchString ofBase64(String base64) {
    return new SearchString(Base64.getDecoder().decode(base64));
  }

  boolean is(byte[] text) {
    return Arrays.equals(text, bytes);
  }

  boolean starts(byte[] text) {
    return isAt(text, 0);
  }

  boolean ends(byte[] text) {
    return isAt(text, text.length - bytes.length);
  }

  boolean isIn(byte[] text) {
    return find(text, 0) >= 0;
  }

  /** Whether it occurs where neither the byte before it nor the one behind is of a word. */
  boolean isWordOf(byte[] text) {
    for (int at = find(text, 0); at >= 0; at = find(text, at + 1)) {
      int end = at + bytes.length;
      if ((at == 0 || !isOfWord(text[at - 1])) && (end == text.length || !isOfWord(text[end]))) {
        return true;
      }
    }
    return false;
  }

  private int find(byte[] text, int from) {
    for (int at = from; at <= text.length - bytes.length; at++) {
      if (isAt(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAt(byte[] text, int at) {
    return at >= 0
        && at + bytes.length <= text.length
        && Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private static boolean isOfWord(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '_';
  }
}
