package io.gatemason.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogEventTest {

  @Test
  void endsNoLineWhateverStandsInIt() {
    assertEquals("a b c d e f", LogEvent.oneLine("a\rb\nc\u0085d\u2028e\u001bf"));
    Random random = new Random(17);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder hostile = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        hostile.append((char) random.nextInt(n % 2 == 0 ? 0x100 : 0x10000));
      }
      String line = LogEvent.oneLine(hostile.toString());
      assertEquals(hostile.length(), line.length());
      assertTrue(line.chars().noneMatch(Character::isISOControl), line);
      assertEquals(line.isEmpty() ? 0 : 1, line.lines().count());
    }
  }

  @Test
  void cutsAtBytesAndSaysSo() {
    assertEquals("short", LogEvent.cut("short", 1024));
    assertEquals("x".repeat(1024), LogEvent.cut("x".repeat(1024), 1024));
    String cut = LogEvent.cut("\u20ac".repeat(1000), 1024);
    assertTrue(cut.endsWith("\u20ac [TRUNCATED]"), cut);
    int bytes = cut.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 1024 && bytes > 1020, cut);
  }

  @Test
  void cutsNoCharacterInTwo() {
    String cut = LogEvent.cut("\ud83d\ude00".repeat(300), 100);
    assertEquals(cut, new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}
