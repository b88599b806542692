package io.gatemason.runtime.integration;

import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.transport.HeaderFields;
import java.util.List;

/**
 * Changes a request by the parameter mappings of an HTTP API, in the order in which they are called
 * (docs/behaviour/http-api.md#mapping-keys). An empty list stands for a value that is missing, and
 * changes nothing. Belongs to the thread of the request.
 */
public final class RequestChanges {
  private final HeaderFields headers;
  private final RequestTarget target;

  /** Changes of a request that says already where it goes. */
  public RequestChanges(IntegrationRequest request) {
    this.headers = request.headers();
    this.target = request.target;
  }

  /** Adds a value of a header to those that are there. */
  public void appendHeader(String name, List<String> values) {
    values.forEach(
        value -> headers.add(name, FieldText.field(RequestHeaders.checked(name, value))));
  }

  /** Replaces all values of a header. */
  public void overwriteHeader(String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.remove(name);
      appendHeader(name, values);
    }
  }

  /** Drops a header. */
  public void removeHeader(String name) {
    headers.remove(name);
  }

  /** Adds a value of a query parameter to those that are there. */
  public void appendQuery(String name, List<String> values) {
    values.forEach(value -> target.add(name, value));
  }

  /** Replaces all values of a query parameter. */
  public void overwriteQuery(String name, List<String> values) {
    if (!values.isEmpty()) {
      target.remove(name);
      appendQuery(name, values);
    }
  }

  /** Drops a query parameter. */
  public void removeQuery(String name) {
    target.remove(name);
  }

  /** Adds the path of the request behind that of the target. */
  public void appendPath(List<String> values) {
    values.forEach(target::append);
  }

  /** Replaces the path of the target. */
  public void overwritePath(List<String> values) {
    values.forEach(target::replacePath);
  }
}
