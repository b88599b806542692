package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchStringTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "bot, bot, true", "bot, a bot, true", "bot, a-bot;, true", "bot, robot, false",
    "bot, bots, false", "bot, _bot, false", "bot, robot bot, true", "bot, botébot, true",
    "bot, b, false"
  })
  void aWordStandsAlone(String word, String text, boolean found) {
    assertEquals(found, SearchString.of(word).isWordOf(bytes(text)));
  }

  @Test
  void placesAreComparedByteByByte() {
    SearchString string = SearchString.of("ab");
    assertTrue(string.is(bytes("ab")) && !string.is(bytes("abc")) && !string.is(bytes("AB")));
    assertTrue(string.starts(bytes("abc")) && !string.starts(bytes("a")));
    assertTrue(string.ends(bytes("cab")) && !string.ends(bytes("b")));
    assertTrue(string.isIn(bytes("aab")) && !string.isIn(bytes("")));
    assertFalse(SearchString.ofBase64("/wA=").isIn(bytes("\u00ff\0")));
    assertTrue(SearchString.ofBase64("/wA=").isIn(new byte[] {1, -1, 0}));
  }
}
