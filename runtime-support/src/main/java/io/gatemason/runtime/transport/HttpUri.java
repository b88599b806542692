package io.gatemason.runtime.transport;

import io.gatemason.runtime.failure.GatewayFailure;

/**
 * An integration URI that is put together for each request, because its host is known only then.
 *
 * @param endpoint the host part
 * @param path the rest: raw path and query, may be empty
 */
public record HttpUri(HttpEndpoint endpoint, String path) {

  /**
   * Splits an absolute URI.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if it is malformed, such as after a stage
   *     variable that does not exist (rest-api.md §7.2)
   */
  public static HttpUri parse(String uri) {
    int authority = uri.indexOf("://") + 3;
    int end = authority;
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return new HttpUri(HttpEndpoint.parse(uri.substring(0, end)), uri.substring(end));
  }
}
