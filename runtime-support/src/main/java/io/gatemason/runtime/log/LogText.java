package io.gatemason.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * How values are written in execution logs. Immutable. Source: {@code
 * docs/behaviour/logs.md#masking}.
 */
public final class LogText {
  private static final int SHOWN = 6;
  private static final int MOST_CHARACTERS = 998;
  private static final String TRUNCATED = " [TRUNCATED]";

  private static final Set<String> SECRET =
      Set.of(
          "authorization",
          "cookie",
          "proxy-authorization",
          "set-cookie",
          "x-amz-security-token",
          "x-api-key");

  /** What is masked always, and nothing else. */
  public static final LogText SERVICE = new LogText(List.of(), List.of());

  private final Set<String> headers;
  private final Set<String> parameters;

  /**
   * Masks more than what is masked always.
   *
   * @param headers names of headers, in any case
   * @param parameters names of query parameters
   */
  public LogText(Collection<String> headers, Collection<String> parameters) {
    Set<String> secret = new TreeSet<>(SECRET);
    headers.forEach(name -> secret.add(name.toLowerCase(Locale.ROOT)));
    this.headers = Set.copyOf(secret);
    this.parameters = Set.copyOf(parameters);
  }

  /** Asterisks, of which the last six characters remain; nothing remains of a short value. */
  public static String masked(String value) {
    int hidden = value.length() <= SHOWN ? value.length() : value.length() - SHOWN;
    return "*".repeat(hidden) + value.substring(hidden);
  }

  /** The value of a header, masked if it is a secret. */
  public String headerValue(String name, String value) {
    return headers.contains(name.toLowerCase(Locale.ROOT)) ? masked(value) : value;
  }

  /** Headers in braces, such as {@code {a=1, b=2}}; secrets masked, repeated values joined. */
  public String headers(Map<String, List<String>> all) {
    return inBraces(all, this::headerValue);
  }

  /** Parameters in braces, secrets masked. */
  public String parameters(Map<String, List<String>> all) {
    return inBraces(all, (name, value) -> parameters.contains(name) ? masked(value) : value);
  }

  /** A URI with the secrets among its query parameters masked. */
  public String uri(String uri) {
    int start = uri.indexOf('?');
    if (parameters.isEmpty() || start < 0) {
      return uri;
    }
    StringBuilder text = new StringBuilder(uri.substring(0, start));
    char before = '?';
    for (String pair : uri.substring(start + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      boolean secret = equals > 0 && parameters.contains(pair.substring(0, equals));
      text.append(before)
          .append(
              secret ? pair.substring(0, equals + 1) + masked(pair.substring(equals + 1)) : pair);
      before = '&';
    }
    return text.toString();
  }

  /** A body as text; one that is streamed has not been seen. */
  public static String body(boolean buffered, Supplier<byte[]> bytes) {
    return buffered ? new String(bytes.get(), StandardCharsets.UTF_8) : "[streamed]";
  }

  private static String inBraces(Map<String, List<String>> all, Shown shown) {
    StringBuilder text = new StringBuilder("{");
    all.forEach(
        (name, values) ->
            text.append(text.length() == 1 ? "" : ", ")
                .append(name)
                .append('=')
                .append(shown.value(name, String.join(",", values))));
    text.append('}');
    if (text.length() > MOST_CHARACTERS) {
      text.setLength(MOST_CHARACTERS);
      text.append(TRUNCATED);
    }
    return text.toString();
  }

  /** What is shown of a value. */
  @FunctionalInterface
  private interface Shown {
    String value(String name, String value);
  }
}
