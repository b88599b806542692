package io.gatemason.runtime.server.wire;

/**
 * The target of a request (RFC 9112 §3.2): a path, or a whole URL, which proxies are sent and every
 * server has to understand. CONNECT and {@code *} are for proxies and for servers as a whole, which
 * a gateway is not.
 *
 * @param path the path; "/" if a URL has none
 * @param query the query, "" without one
 * @param authority host and port of a URL, "" if the target is a path
 */
public record Target(String path, String query, String authority) {
  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";

  public static Target of(String method, String target) {
    if (method.equals("CONNECT") || target.indexOf('#') >= 0) {
      throw RefusalException.badRequest("a target that is not served");
    }
    if (target.charAt(0) == '/') {
      return split("", target);
    }
    int host = schemeLength(target);
    int end = host;
    while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String authority = target.substring(host, end);
    if (!Octets.isAuthority(authority)) {
      throw RefusalException.badRequest("malformed host in the target");
    }
    return split(authority, target.substring(end));
  }

  private static Target split(String authority, String pathAndQuery) {
    int question = pathAndQuery.indexOf('?');
    String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
    return new Target(path.isEmpty() ? "/" : path, query, authority);
  }

  private static int schemeLength(String target) {
    if (target.regionMatches(true, 0, HTTP, 0, HTTP.length())) {
      return HTTP.length();
    }
    if (target.regionMatches(true, 0, HTTPS, 0, HTTPS.length())) {
      return HTTPS.length();
    }
    throw RefusalException.badRequest("a target that is neither a path nor a URL of HTTP");
  }
}
