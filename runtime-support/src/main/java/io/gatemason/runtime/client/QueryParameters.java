package io.gatemason.runtime.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The query parameters of a request, decoded, in their order. {@code &} and {@code ;} separate
 * them, {@code +} is a blank, a parameter without {@code =} has an empty value; a percent sign that
 * starts no escape stands for itself. Immutable.
 */
public final class QueryParameters {
  private static final QueryParameters NONE = new QueryParameters(List.of());

  private final List<String> namesAndValues;

  private QueryParameters(List<String> namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /** The parameters of a raw query, which may be empty. */
  public static QueryParameters parse(String rawQuery) {
    if (rawQuery.isEmpty()) {
      return NONE;
    }
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= rawQuery.length(); i++) {
      if (i == rawQuery.length() || rawQuery.charAt(i) == '&' || rawQuery.charAt(i) == ';') {
        if (i > start) {
          add(found, rawQuery, start, i);
        }
        start = i + 1;
      }
    }
    return new QueryParameters(found);
  }

  private static void add(List<String> found, String rawQuery, int start, int end) {
    int equals = rawQuery.indexOf('=', start);
    boolean valued = equals >= 0 && equals < end;
    found.add(decode(rawQuery.substring(start, valued ? equals : end)));
    found.add(valued ? decode(rawQuery.substring(equals + 1, end)) : "");
  }

  /** Value list with all values of a parameter, in their order. */
  public List<String> all(String name) {
    List<String> values = List.of();
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equals(name)) {
        values = values.isEmpty() ? new ArrayList<>() : values;
        values.add(namesAndValues.get(i + 1));
      }
    }
    return values;
  }

  /** Value list with the last value of a parameter. */
  public List<String> last(String name) {
    for (int i = namesAndValues.size() - 2; i >= 0; i -= 2) {
      if (namesAndValues.get(i).equals(name)) {
        return List.of(namesAndValues.get(i + 1));
      }
    }
    return List.of();
  }

  /** Calls {@code consumer} with each name and value in the order of the request. */
  public void forEach(BiConsumer<String, String> consumer) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      consumer.accept(namesAndValues.get(i), namesAndValues.get(i + 1));
    }
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int octet = raw[i] == '%' ? octet(raw, i + 1) : -1;
      if (octet >= 0) {
        decoded.write(octet);
        i += 2;
      } else {
        decoded.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int octet(byte[] raw, int index) {
    if (index + 1 >= raw.length) {
      return -1;
    }
    int high = Character.digit(raw[index], 16);
    int low = Character.digit(raw[index + 1], 16);
    return high < 0 || low < 0 ? -1 : (high << 4) + low;
  }
}
