package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.payload.FieldText;
import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Request headers as mapping expressions and templates see them. Names that HTTP itself defines are
 * found in any case, others only as the client wrote them; HTTP/2 clients can only write lower
 * case, so there any case is found. Headers that the gateway consumes are invisible.
 */
final class RequestHeaderView {
  private static final Set<String> INVISIBLE =
      Set.of(
          "connection",
          "content-length",
          "content-md5",
          "expect",
          "max-forwards",
          "proxy-authenticate",
          "server",
          "te",
          "transfer-encoding",
          "trailer",
          "upgrade",
          "www-authenticate");

  private final RequestFields fields;
  private final boolean caseSensitive;

  RequestHeaderView(RequestFields fields, boolean caseSensitive) {
    this.fields = fields;
    this.caseSensitive = caseSensitive;
  }

  /** Value list with the last value. */
  List<String> last(String name) {
    int last = -1;
    for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
      last = i;
    }
    return last < 0 ? List.of() : List.of(FieldText.read(fields.value(last)));
  }

  /** Value list with all values in one text, joined with a comma. */
  List<String> joined(String name) {
    int first = find(name, 0);
    if (first < 0) {
      return List.of();
    }
    StringBuilder text = new StringBuilder(fields.value(first));
    for (int i = find(name, first + 1); i >= 0; i = find(name, i + 1)) {
      text.append(',').append(fields.value(i));
    }
    return List.of(FieldText.read(text.toString()));
  }

  private int find(String name, int from) {
    int found = fields.find(name, from);
    if (found < 0 || INVISIBLE.contains(name.toLowerCase(Locale.ROOT))) {
      return -1;
    }
    while (found >= 0 && caseSensitive && !fields.name(found).equals(name) && custom(name)) {
      found = fields.find(name, found + 1);
    }
    return found;
  }

  private static boolean custom(String name) {
    return HeaderNames.create(name).index() < 0;
  }
}
