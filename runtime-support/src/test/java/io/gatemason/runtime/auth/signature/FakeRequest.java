package io.gatemason.runtime.auth.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request of a test. */
record FakeRequest(
    String method, String path, String query, List<Map.Entry<String, String>> headers, byte[] body)
    implements SignedRequest {

  @Override
  public List<String> header(String lowerCaseName) {
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
        values.add(header.getValue());
      }
    }
    return values;
  }

  FakeRequest withMethod(String other) {
    return new FakeRequest(other, path, query, headers, body);
  }

  FakeRequest withPath(String other) {
    return new FakeRequest(method, other, query, headers, body);
  }

  FakeRequest withQuery(String other) {
    return new FakeRequest(method, path, other, headers, body);
  }

  FakeRequest withBody(String other) {
    return new FakeRequest(method, path, query, headers, other.getBytes(StandardCharsets.UTF_8));
  }

  FakeRequest with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new FakeRequest(method, path, query, more, body);
  }

  FakeRequest without(String name) {
    return new FakeRequest(
        method,
        path,
        query,
        headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList(),
        body);
  }

  FakeRequest replacing(String name, String value) {
    return without(name).with(name, value);
  }

  FakeRequest replacingIn(String name, String text, String other) {
    String value = header(name.toLowerCase(Locale.ROOT)).getFirst();
    return replacing(name, value.replace(text, other));
  }
}
