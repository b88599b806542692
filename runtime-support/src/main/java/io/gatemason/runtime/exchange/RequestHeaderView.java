package io.gatemason.runtime.exchange;

import io.gatemason.runtime.payload.FieldText;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private final Headers headers;
  private final boolean caseSensitive;

  RequestHeaderView(Headers headers, boolean caseSensitive) {
    this.headers = headers;
    this.caseSensitive = caseSensitive;
  }

  /** Value list with the last value. */
  List<String> last(String name) {
    Header found = find(name);
    if (found == null) {
      return List.of();
    }
    return List.of(
        FieldText.read(found.valueCount() == 1 ? found.get() : found.allValues().getLast()));
  }

  /** Value list with all values in one text, joined with a comma. */
  List<String> joined(String name) {
    Header found = find(name);
    return found == null ? List.of() : List.of(FieldText.read(String.join(",", found.allValues())));
  }

  private @Nullable Header find(String name) {
    HeaderName key = HeaderNames.create(name);
    if (!headers.contains(key) || INVISIBLE.contains(key.lowerCase())) {
      return null;
    }
    Header found = headers.get(key);
    boolean custom = key.index() < 0;
    if (custom && caseSensitive && !found.headerName().defaultCase().equals(name)) {
      return null;
    }
    return found;
  }
}
