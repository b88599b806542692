package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.waf.Addresses.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  private static final AddressSet SET =
      AddressSet.of("192.0.2.0/24", "10.1.0.0/16\n198.51.100.7/32", "2001:db8::/33");

  @ParameterizedTest
  @CsvSource({
    "192.0.2.255, true",
    "192.0.3.0, false",
    "10.1.255.1, true",
    "10.2.0.0, false",
    "198.51.100.7, true",
    "198.51.100.8, false",
    "2001:db8:7fff::1, true",
    "2001:db8:8000::, false",
    "::ffff:192.0.2.1, true",
    "unknown, false"
  })
  void aSetCoversItsBlocks(String address, boolean covered) {
    assertEquals(covered, SET.covers(Addresses.of(address)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIRST | NO_MATCH | 192.0.2.1, x             | true",
        "FIRST | MATCH    | 192.0.2.1 10.0.0.1       | true",
        "FIRST | NO_MATCH | 192.0.2.1 10.0.0.1       | false",
        "LAST  | NO_MATCH | x,192.0.2.1              | true",
        "LAST  | MATCH    | 10.0.0.1,                | true",
        "ANY   | NO_MATCH | x, 192.0.2.1             | true",
        "ANY   | MATCH    | 10.0.0.1, x              | true",
        "ANY   | NO_MATCH | 10.0.0.1, x              | false",
        "FIRST | NO_MATCH | 192.0.2.1:80             | false",
      })
  void aHeaderIsReadAtItsPosition(
      Position position, Fallback fallback, String header, boolean covered) {
    assertEquals(covered, SET.covers(Addresses.of(List.of(header), position, fallback)));
  }

  @Test
  void aMissingHeaderIsNeitherInsideNorOutside() {
    Addresses untold = Addresses.of(List.of(), Position.ANY, Fallback.MATCH);
    assertFalse(SET.covers(untold));
    assertTrue(SET.mayCover(untold));
  }

  @Test
  void linesOfAHeaderAreOneList() {
    assertTrue(
        SET.covers(
            Addresses.of(List.of("10.0.0.1", "192.0.2.1"), Position.LAST, Fallback.NO_MATCH)));
  }
}
