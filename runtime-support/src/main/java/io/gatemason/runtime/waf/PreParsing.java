package io.gatemason.runtime.waf;

import io.gatemason.runtime.waf.text.TextTransformation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is made of a query before it is taken apart. */
public enum PreParsing {
  NONE,
  URL_DECODE,
  URL_DECODE_UNI,
  /** Values of one name become one value with commas between. */
  COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA,
  REPLACE_SEMICOLONS_WITH_AMPERSANDS;

  String apply(String query) {
    return switch (this) {
      case NONE -> query;
      case URL_DECODE -> transformed(query, TextTransformation.URL_DECODE);
      case URL_DECODE_UNI -> transformed(query, TextTransformation.URL_DECODE_UNI);
      case COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA -> combined(query);
      case REPLACE_SEMICOLONS_WITH_AMPERSANDS -> query.replace(';', '&');
    };
  }

  private static String transformed(String query, TextTransformation transformation) {
    byte[] bytes = transformation.apply(query.getBytes(StandardCharsets.ISO_8859_1));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String combined(String query) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : query.split("&", -1)) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = equals < 0 ? "" : argument.substring(equals + 1);
      if (!argument.isEmpty()) {
        arguments.merge(name, value, (one, other) -> one + "," + other);
      }
    }
    StringBuilder joined = new StringBuilder();
    arguments.forEach(
        (name, value) ->
            joined.append(joined.isEmpty() ? "" : "&").append(name).append('=').append(value));
    return joined.toString();
  }
}
