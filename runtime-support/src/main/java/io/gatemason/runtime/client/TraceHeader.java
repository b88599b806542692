package io.gatemason.runtime.client;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The value of X-Amzn-Trace-Id. Parts that are not there are "". Immutable. Source: {@code
 * docs/behaviour/tracing.md#header}.
 *
 * @param root the id of the trace, {@code 1-}, eight digits, {@code -} and 24 digits
 * @param parent who sends the header: 16 digits
 * @param sampled 1 if the trace is recorded, 0 if not, ? if whoever receives it may decide
 */
public record TraceHeader(String root, String parent, String sampled) {
  /** The name of the header. */
  public static final String NAME = "X-Amzn-Trace-Id";

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
  private static final int DIGITS_OF_A_LONG = 16;
  private static final TraceHeader NONE = new TraceHeader("", "", "");

  /** Reads what was sent, in any order and letter case; what it says besides is left out. */
  public static TraceHeader read(@Nullable String sent) {
    if (sent == null) {
      return NONE;
    }
    String root = "";
    String parent = "";
    String sampled = "";
    for (String part : sent.split(";", -1)) {
      String trimmed = part.trim();
      int equals = trimmed.indexOf('=');
      if (equals > 0 && harmless(trimmed)) {
        String value = trimmed.substring(equals + 1);
        switch (trimmed.substring(0, equals).toLowerCase(Locale.ROOT)) {
          case "root" -> root = value;
          case "parent" -> parent = value;
          case "sampled" -> sampled = value;
          default -> {}
        }
      }
    }
    return new TraceHeader(root, parent, sampled);
  }

  /**
   * The same with the missing parts made up. A parent without a decision is taken as sampled.
   *
   * @param epochMillis when the request arrived
   */
  public TraceHeader completed(long epochMillis) {
    return new TraceHeader(
        root.isEmpty() ? newRoot(epochMillis) : root,
        parent.isEmpty() ? newParent() : parent,
        sampled.isEmpty() ? (parent.isEmpty() ? "0" : "1") : sampled);
  }

  /** The same with another decision. */
  public TraceHeader withSampled(String decision) {
    return new TraceHeader(root, parent, decision);
  }

  /** An id for a new trace. */
  public static String newRoot(long epochMillis) {
    return "1-" + HEX.toHexDigits(epochMillis / 1000, 8) + "-" + random(24);
  }

  /** An id for whoever sends the header. */
  public static String newParent() {
    return random(16);
  }

  /** Ids only have to differ, never to be unguessable. */
  private static String random(int digits) {
    byte[] text = new byte[digits];
    long bits = 0;
    for (int i = 0; i < digits; i++) {
      bits = i % DIGITS_OF_A_LONG == 0 ? ThreadLocalRandom.current().nextLong() : bits >>> 4;
      text[i] = DIGITS[(int) bits & 15];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The value of the header; all parts have to be there. */
  public String text() {
    return "Root=" + root + ";Parent=" + parent + ";Sampled=" + sampled;
  }

  private static boolean harmless(String part) {
    return part.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
