package io.gatemason.runtime.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is for hosts, by their names and by wildcards such as {@code *.example.com}, which
 * stand for one more label (docs/behaviour/domains.md#hosts). Two look-ups, however many there are.
 * Immutable if its values are.
 *
 * @param <V> the type of what there is
 */
public final class HostTable<V> {
  private static final String WILDCARD = "*.";

  private final Map<String, V> exact = new HashMap<>();

  /** By what follows the first label. */
  private final Map<String, V> siblings = new HashMap<>();

  /** A table of values by names of hosts in lower case, wildcards among them. */
  public HostTable(Map<String, ? extends V> byName) {
    byName.forEach(
        (name, value) -> {
          if (name.startsWith(WILDCARD)) {
            siblings.put(name.substring(WILDCARD.length()), value);
          } else {
            exact.put(name, value);
          }
        });
  }

  /**
   * What there is for a host, null for nothing.
   *
   * @param host in lower case, without a port
   */
  public @Nullable V find(String host) {
    V own = exact.get(host);
    if (own != null || siblings.isEmpty()) {
      return own;
    }
    int dot = host.indexOf('.');
    return dot < 0 ? null : siblings.get(host.substring(dot + 1));
  }
}
