package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.client.RequestFields;
import io.helidon.http.Header;
import io.helidon.http.Headers;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a request over HTTP/2, whose names are in lower case. */
final class Http2Fields implements RequestFields {
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  Http2Fields(Headers headers) {
    for (Header header : headers) {
      for (String value : header.allValues()) {
        names.add(header.headerName().lowerCase());
        values.add(value.strip());
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
