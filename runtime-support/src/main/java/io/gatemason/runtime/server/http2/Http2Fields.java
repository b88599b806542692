package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.server.wire.RefusalException;
import io.helidon.http.Header;
import io.helidon.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The header fields of a request over HTTP/2, whose names are in lower case (RFC 9113 §8.2). */
final class Http2Fields implements RequestFields {
  /** Helidon refuses the others. */
  private static final Set<String> OF_CONNECTIONS =
      Set.of("keep-alive", "proxy-connection", "upgrade");

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  /**
   * @throws RefusalException if a field is malformed or speaks of a connection
   */
  Http2Fields(Headers headers) {
    for (Header header : headers) {
      if (OF_CONNECTIONS.contains(header.headerName().lowerCase())) {
        throw RefusalException.badRequest("a field of connections");
      }
      for (String value : header.allValues()) {
        if (value.strip().length() < value.length()) {
          throw RefusalException.badRequest("a blank around a value");
        }
        names.add(header.headerName().lowerCase());
        values.add(value);
      }
    }
  }

  @Override
  public int count() {
    return names.size();
  }

  @Override
  public String name(int index) {
    return names.get(index);
  }

  @Override
  public String value(int index) {
    return values.get(index);
  }

  @Override
  public int find(String name, int from) {
    for (int i = from; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The sum of names and values, and four for each field. */
  long length() {
    long length = 0;
    for (int i = 0; i < names.size(); i++) {
      length += names.get(i).length() + values.get(i).length() + 4L;
    }
    return length;
  }
}
