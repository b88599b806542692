package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.IpSet;
import io.gatemason.generator.source.Placed;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of IP sets ({@code docs/behaviour/web-acls.md#ip-sets}). */
final class IpSetAddresses implements ServiceCheck {
  private static final int MOST = 10_000;
  private static final Pattern BLOCK = Pattern.compile("([0-9A-Fa-f:.]{2,45})/([0-9]{1,3})");
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.webAcls().ipSets().values().stream()
        .sorted(Comparator.comparing(set -> set.range().toString()))
        .forEach(set -> check(set, diagnostics));
  }

  private static void check(IpSet set, Diagnostics diagnostics) {
    for (Placed<String> address : set.addresses()) {
      if (!isBlock(address.value(), set.v6())) {
        report(
            address,
            "\""
                + address.value()
                + "\" is no block of addresses of "
                + (set.v6() ? "IPv6" : "IPv4")
                + ", or is all of them",
            diagnostics);
      }
    }
    if (set.addresses().size() > MOST) {
      report(set.addresses().get(MOST), "a set has up to " + MOST + " blocks", diagnostics);
    }
  }

  private static boolean isBlock(String text, boolean v6) {
    Matcher block = BLOCK.matcher(text);
    if (!block.matches()) {
      return false;
    }
    int prefix = Integer.parseInt(block.group(2));
    String address = block.group(1);
    return prefix >= 1
        && prefix <= (v6 ? 128 : 32)
        && (v6 ? isV6(address) : V4.matcher(address).matches());
  }

  /** The platform looks nothing up that holds a colon, and takes mapped addresses for IPv4. */
  private static boolean isV6(String address) {
    try {
      return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void report(Placed<String> address, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2956,
        address.range(),
        problem,
        "write blocks such as 192.0.2.0/24, 198.51.100.7/32 or 2001:db8::/32");
  }
}
