package io.gatemason.runtime.client;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Many blocks of addresses, among which one is found by a look for each length of prefix that
 * occurs. Immutable.
 */
public final class IpRanges {
  private final Map<Integer, Set<IpRange.Address>> v4;
  private final Map<Integer, Set<IpRange.Address>> v6;

  /** Those blocks. */
  public IpRanges(List<IpRange> blocks) {
    this.v4 = byShift(blocks, false);
    this.v6 = byShift(blocks, true);
  }

  private static Map<Integer, Set<IpRange.Address>> byShift(List<IpRange> blocks, boolean v6) {
    Map<Integer, Set<IpRange.Address>> found = new TreeMap<>();
    for (IpRange block : blocks) {
      if (block.first().isV6() == v6) {
        found.computeIfAbsent(block.shift(), shift -> new HashSet<>()).add(block.first());
      }
    }
    return found;
  }

  /** Whether an address lies in one of them; IPv4 addresses lie in no block of IPv6. */
  public boolean contain(IpRange.Address address) {
    for (Map.Entry<Integer, Set<IpRange.Address>> each : (address.isV6() ? v6 : v4).entrySet()) {
      if (each.getValue().contains(address.prefix(each.getKey()))) {
        return true;
      }
    }
    return false;
  }
}
