package io.gatemason.runtime.waf;

import io.gatemason.runtime.client.IpRange;
import io.gatemason.runtime.client.IpRanges;
import java.util.stream.Stream;

/** An IP set: blocks of addresses (docs/behaviour/web-acls.md#ip-sets). Immutable. */
public final class AddressSet {
  private final IpRanges blocks;

  private AddressSet(IpRanges blocks) {
    this.blocks = blocks;
  }

  /**
   * Blocks in CIDR notation, one in each line of some texts.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static AddressSet of(String... blocks) {
    return new AddressSet(
        new IpRanges(Stream.of(blocks).flatMap(String::lines).map(IpRange::of).toList()));
  }

  /** Whether an address of a request lies in the set; not where the request tells none. */
  public boolean covers(Addresses addresses) {
    return !addresses.untold() && addresses.match(blocks::contain);
  }

  /** As {@link #covers}, true where the request tells none: so that its negation is not true. */
  public boolean mayCover(Addresses addresses) {
    return addresses.untold() || addresses.match(blocks::contain);
  }
}
