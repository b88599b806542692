package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.aws.AwsRequest;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.HttpEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to a service as its signature sees it.
 *
 * @param headers all that are signed, by their names in lower case
 */
record OutwardRequest(AwsRequest request, Map<String, List<String>> headers)
    implements SignedRequest {

  static OutwardRequest of(AwsRequest request, Map<String, String> added) {
    Map<String, List<String>> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>(1))
                    .addAll(values));
    added.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    headers.put("host", List.of(HttpEndpoint.parse(request.baseUrl()).authority()));
    return new OutwardRequest(request, headers);
  }

  List<String> signedHeaders() {
    return List.copyOf(headers.keySet());
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    int question = request.target().indexOf('?');
    return question < 0 ? request.target() : request.target().substring(0, question);
  }

  @Override
  public String query() {
    int question = request.target().indexOf('?');
    return question < 0 ? "" : request.target().substring(question + 1);
  }

  @Override
  public List<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of());
  }

  @Override
  public byte[] body() {
    Payload body = request.body();
    return body == null ? new byte[0] : body.bytes();
  }
}
