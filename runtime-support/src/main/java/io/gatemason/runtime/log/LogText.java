package io.gatemason.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How values are written in execution logs. Source: {@code docs/behaviour/logs.md#masking}. */
public final class LogText {
  private static final int SHOWN = 6;

  private static final Set<String> SECRET =
      Set.of(
          "authorization",
          "cookie",
          "proxy-authorization",
          "set-cookie",
          "x-amz-security-token",
          "x-api-key");

  private LogText() {}

  /** Asterisks, of which the last six characters remain; nothing remains of a short value. */
  public static String masked(String value) {
    int hidden = value.length() <= SHOWN ? value.length() : value.length() - SHOWN;
    return "*".repeat(hidden) + value.substring(hidden);
  }

  /** The value of a header, masked if it is a secret. */
  public static String headerValue(String name, String value) {
    return SECRET.contains(name.toLowerCase(Locale.ROOT)) ? masked(value) : value;
  }

  /** Headers in braces, such as {@code {a=1, b=2}}; secrets masked, repeated values joined. */
  public static String headers(Map<String, List<String>> headers) {
    return inBraces(headers, true);
  }

  /** Parameters in braces, as they are. */
  public static String parameters(Map<String, List<String>> parameters) {
    return inBraces(parameters, false);
  }

  /** A body as text; one that is streamed has not been seen. */
  public static String body(boolean buffered, Supplier<byte[]> bytes) {
    return buffered ? new String(bytes.get(), StandardCharsets.UTF_8) : "[streamed]";
  }

  private static String inBraces(Map<String, List<String>> all, boolean masking) {
    StringBuilder text = new StringBuilder("{");
    all.forEach(
        (name, values) -> {
          String value = String.join(",", values);
          text.append(text.length() == 1 ? "" : ", ")
              .append(name)
              .append('=')
              .append(masking ? headerValue(name, value) : value);
        });
    return text.append('}').toString();
  }
}
