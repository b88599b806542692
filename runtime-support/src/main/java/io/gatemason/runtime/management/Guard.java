package io.gatemason.runtime.management;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps others out: pages of other origins, names that only look like this machine, and whoever
 * does not know the token. Source: {@code docs/behaviour/management.md#access}.
 *
 * @param hosts names by which the listener may be called, in lower case, without ports
 * @param token what callers have to know, "" if nothing
 */
record Guard(Set<String> hosts, String token) {
  private static final HeaderName PROOF = HeaderNames.create("X-Requested-By");
  private static final String BEARER = "Bearer ";

  /** Whether the request calls the listener by a name of its own. */
  boolean namesThisListener(ServerRequest request) {
    String authority = request.authority().toLowerCase(Locale.ROOT);
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    return hosts.contains(port ? authority.substring(0, colon) : authority);
  }

  /** Whether the caller knows the token, if one is needed. */
  boolean knowsToken(ServerRequest request) {
    if (token.isEmpty()) {
      return true;
    }
    String sent = header(request, HeaderNames.AUTHORIZATION);
    return sent.startsWith(BEARER)
        && MessageDigest.isEqual(
            sent.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether no page of another origin can have sent this: they may not set such a header. */
  boolean isOfSameOrigin(ServerRequest request) {
    return !header(request, PROOF).isEmpty();
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().contains(name) ? request.headers().get(name).get() : "";
  }
}
