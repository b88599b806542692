package io.gatemason.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.1.2.128/25, 10.1.2.200, true",
    "10.1.2.128/25, 10.1.2.100, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "fe80::/10, fe80::1%eth0, true",
    "10.0.0.0/8, ::ffff:10.0.0.1, true",
    "10.0.0.0/8, localhost, false"
  })
  void trustsTheAddressesOfARange(String range, String address, boolean trusted) {
    assertEquals(trusted, TrustedProxies.of(List.of(range)).trusts(address));
  }

  @Test
  void trustsNobodyUnlessTold() {
    assertFalse(TrustedProxies.none().trusts("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0/8",
        "fd00::/129",
        "proxy.example.com",
        "",
        "1/2/3",
        "::/-1"
      })
  void refusesWhatIsNoRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)));
  }
}
