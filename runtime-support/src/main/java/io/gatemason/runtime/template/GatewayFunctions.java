package io.gatemason.runtime.template;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The functions of {@code $util} (developer guide, mapping template reference). */
public final class GatewayFunctions {
  private GatewayFunctions() {}

  /**
   * Escapes text for a JavaScript or JSON string. A single quote is escaped too, which JSON does
   * not allow (documented). Null gives {@code null}; slashes and characters beyond ASCII stay.
   */
  public static String escapeJavaScript(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return new TextBuffer().appendEscaped(Values.text(value), true).finish();
  }

  /**
   * The value of a JSON text.
   *
   * @throws TemplateException if it is not JSON
   */
  public static @Nullable Object parseJson(@Nullable Object value) {
    try {
      return JsonTree.read(Values.text(value));
    } catch (IOException e) {
      throw new TemplateException("$util.parseJson: text is not JSON", 0, 0, e);
    }
  }

  /** The text in {@code application/x-www-form-urlencoded} form, by way of UTF-8. */
  public static String urlEncode(@Nullable Object value) {
    return URLEncoder.encode(Values.text(value), StandardCharsets.UTF_8);
  }

  /**
   * The reverse of {@link #urlEncode}.
   *
   * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
   */
  public static String urlDecode(@Nullable Object value) {
    return URLDecoder.decode(Values.text(value), StandardCharsets.UTF_8);
  }

  /** The text in Base64 without line ends, by way of UTF-8. */
  public static String base64Encode(@Nullable Object value) {
    return Base64.getEncoder().encodeToString(Values.text(value).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text of a Base64 text, with or without line ends and padding.
   *
   * @throws IllegalArgumentException if it is not Base64
   */
  public static String base64Decode(@Nullable Object value) {
    String text = Values.text(value).replaceAll("[\\r\\n]", "");
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
