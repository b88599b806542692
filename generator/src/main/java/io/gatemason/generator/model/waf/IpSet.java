package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * A set of addresses. Immutable.
 *
 * @param range its name in the template
 * @param name its name
 * @param v6 whether its addresses are of IPv6
 * @param addresses blocks in CIDR notation
 */
public record IpSet(Range range, Placed<String> name, boolean v6, List<Placed<String>> addresses) {

  public IpSet {
    addresses = List.copyOf(addresses);
  }
}
