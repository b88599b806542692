package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.RequestFields;
import java.util.HexFormat;
import java.util.Locale;

/** The value of X-Amzn-Trace-Id: what the client sent, with the missing parts made up. */
final class TraceId {
  static final String HEADER = "X-Amzn-Trace-Id";

  private TraceId() {}

  /** The trace id of a request with these fields that arrived at that time. */
  static String of(RequestFields fields, long epochMillis) {
    String sent = fields.first(HEADER);
    String received = sent == null ? "" : sent;
    String root = "";
    String parent = "";
    String sampled = "";
    for (String part : received.split(";", -1)) {
      String trimmed = part.trim();
      int equals = trimmed.indexOf('=');
      if (equals > 0 && harmless(trimmed)) {
        String value = trimmed.substring(equals + 1);
        switch (trimmed.substring(0, equals).toLowerCase(Locale.ROOT)) {
          case "root" -> root = "Root=" + value;
          case "parent" -> parent = "Parent=" + value;
          case "sampled" -> sampled = "Sampled=" + value;
          default -> {}
        }
      }
    }
    return (root.isEmpty() ? newRoot(epochMillis) : root)
        + ";"
        + (parent.isEmpty() ? "Parent=" + RandomText.hex(16) : parent)
        + ";"
        + (sampled.isEmpty() ? (parent.isEmpty() ? "Sampled=0" : "Sampled=1") : sampled);
  }

  private static String newRoot(long epochMillis) {
    return "Root=1-" + HexFormat.of().toHexDigits(epochMillis / 1000, 8) + "-" + RandomText.hex(24);
  }

  private static boolean harmless(String part) {
    return part.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
