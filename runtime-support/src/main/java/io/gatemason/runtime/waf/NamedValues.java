package io.gatemason.runtime.waf;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Headers or cookies of a request, as far as they are inspected
 * (docs/behaviour/web-acls.md#limits). Immutable.
 */
final class NamedValues {
  private static final int MOST = 200;
  private static final int MOST_BYTES = 8_192;
  private static final String HOST = "host";

  private final List<Pair> pairs;
  private final boolean oversize;

  private record Pair(String name, String key, String value) {}

  private NamedValues(List<Pair> all) {
    List<Pair> kept = new ArrayList<>();
    int left = MOST_BYTES;
    for (Pair pair : all) {
      if (kept.size() == MOST || left <= 0) {
        break;
      }
      int room = left - pair.key.length();
      left = room - pair.value.length();
      kept.add(
          left >= 0
              ? pair
              : new Pair(
                  pair.name,
                  pair.key.substring(0, Math.min(pair.key.length(), room + pair.key.length())),
                  pair.value.substring(0, Math.max(0, room))));
    }
    this.pairs = List.copyOf(kept);
    this.oversize = kept.size() < all.size() || left < 0;
  }

  /**
   * The headers; their names are compared in lower case.
   *
   * @param authority which host is asked, whatever a header says (RFC 9112 section 3.2.2); "" for
   *     none
   */
  static NamedValues headers(RequestFields fields, String authority) {
    List<Pair> all = new ArrayList<>(fields.count() + 1);
    if (!authority.isEmpty() && !fields.has(HOST)) {
      all.add(new Pair(HOST, HOST, authority));
    }
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.name(i);
      String lower = name.toLowerCase(Locale.ROOT);
      boolean host = lower.equals(HOST) && !authority.isEmpty();
      all.add(new Pair(lower, name, host ? authority : fields.value(i)));
    }
    return new NamedValues(all);
  }

  /** The cookies of all lines. */
  static NamedValues cookies(RequestFields fields) {
    List<Pair> all = new ArrayList<>();
    for (String line : fields.all("Cookie")) {
      for (String cookie : line.split(";", -1)) {
        int equals = cookie.indexOf('=');
        String name = (equals < 0 ? cookie : cookie.substring(0, equals)).strip();
        String value = equals < 0 ? "" : cookie.substring(equals + 1).strip();
        if (!name.isEmpty() || !value.isEmpty()) {
          all.add(new Pair(name, name, value));
        }
      }
    }
    return new NamedValues(all);
  }

  /** The lines of a header, those of cookies as one; the host is that which is asked. */
  static List<String> lines(RequestHead head, String name) {
    if (name.equalsIgnoreCase(HOST) && !head.authority().isEmpty()) {
      return List.of(head.authority());
    }
    List<String> lines = head.fields().all(name);
    return name.equalsIgnoreCase("Cookie") && lines.size() > 1
        ? List.of(String.join("; ", lines))
        : lines;
  }

  boolean oversize() {
    return oversize;
  }

  /** The names or values, or both, of some of them. */
  List<byte[]> texts(Selection selection, MatchScope scope) {
    List<byte[]> texts = new ArrayList<>();
    for (Pair pair : pairs) {
      if (selection.has(pair.name)) {
        scope.add(pair.key, pair.value, texts);
      }
    }
    return texts;
  }

  /** The values of one name. */
  List<byte[]> values(String name) {
    return texts(Selection.only(name), MatchScope.VALUE);
  }

  /** The names in their order, with colons between. */
  byte[] order() {
    return String.join(":", pairs.stream().map(Pair::name).toList())
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
