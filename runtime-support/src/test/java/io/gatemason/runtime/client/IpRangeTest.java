package io.gatemason.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1.2.3.4.",
        "1.2.3.4.5",
        "1..2.3",
        "01.2.3.4",
        "1.2.3.00",
        "256.1.1.1",
        "1.1.1.999",
        "1.1.1.1111",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.a",
        "-1.2.3.4",
        "+1.2.3.4",
        "1.2.3.\u0664",
        "0x1.2.3.4",
        "4294967295"
      })
  void takesNothingElseForAnAddress(String text) {
    assertNull(IpRange.Address.of(text));
    assertFalse(IpRange.of("0.0.0.0/0").contains(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "10.0.0.1", "192.168.100.200"})
  void readsAddressesOfVersion4(String text) {
    assertNotNull(IpRange.Address.of(text));
    assertTrue(IpRange.of("0.0.0.0/0").contains(text));
    assertTrue(IpRange.of(text).contains(text));
    assertTrue(IpRange.of(text).contains("::ffff:" + text));
    assertFalse(IpRange.of("::/0").contains(text));
  }

  @Test
  void comparesTheBitsOfThePrefix() {
    IpRange range = IpRange.of("203.0.113.64/26");
    for (int last = 0; last < 256; last++) {
      assertEquals(last >= 64 && last < 128, range.contains("203.0.113." + last));
    }
    assertTrue(IpRange.of("2001:db8::/32").contains("2001:db8:1::1"));
    assertFalse(IpRange.of("2001:db8::/32").contains("2001:db9::1"));
  }
}
