package io.gatemason.runtime.transport;

/**
 * An integration URI whose host is known only when the service starts, or at request time.
 *
 * @param endpoint the host part; of a malformed URI, such as that of a stage variable that does not
 *     exist, one without an address
 * @param path the rest: raw path and query, may be empty
 */
public record HttpUri(HttpEndpoint endpoint, String path) {

  /** Splits an absolute URI. */
  public static HttpUri parse(String uri) {
    int end = Math.min(uri.indexOf("://") + 3, uri.length());
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return new HttpUri(HttpEndpoint.parse(uri.substring(0, end)), uri.substring(end));
  }

  /** As {@link HttpEndpoint#withTimeoutMillis}. */
  public HttpUri withTimeoutMillis(int millis) {
    return new HttpUri(endpoint.withTimeoutMillis(millis), path);
  }

  /** As {@link HttpEndpoint#withInsecureSkipVerification}. */
  public HttpUri withInsecureSkipVerification() {
    return new HttpUri(endpoint.withInsecureSkipVerification(), path);
  }

  /** As {@link HttpEndpoint#withVpcLink}. */
  public HttpUri withVpcLink(String connectionId) {
    return new HttpUri(endpoint.withVpcLink(connectionId), path);
  }

  /** As {@link HttpEndpoint#withListener}. */
  public HttpUri withListener(String arn) {
    return new HttpUri(endpoint.withListener(arn), path);
  }
}
