package io.gatemason.runtime.waf.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptInjectionTest {
  static List<String> attacks() {
    return SqlInjectionTest.lines("script-attacks.txt");
  }

  static List<String> harmless() {
    return SqlInjectionTest.lines("harmless.txt");
  }

  static List<String> harmlessMarkup() {
    return SqlInjectionTest.lines("harmless-markup.txt");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void findsAttacks(String text) {
    assertTrue(detects(text));
    assertTrue(!text.startsWith("<") || detects("x\n" + text + "\ny"));
    assertTrue(detects(text.toUpperCase(Locale.ROOT).replace("&TAB;", "&Tab;")));
    assertTrue(detects(text.replace("o", "\0o")));
  }

  @ParameterizedTest
  @MethodSource({"harmless", "harmlessMarkup"})
  void letsHarmlessTextPass(String text) {
    assertFalse(detects(text));
  }

  @Test
  void anyBytesAreRead() {
    String alphabet = "<<>>\"'=/ \n!?-a:onclicksvg&#x6;(\0\u00e9";
    Random random = new Random(71);
    for (int run = 0; run < 100_000; run++) {
      byte[] text = new byte[random.nextInt(30)];
      for (int i = 0; i < text.length; i++) {
        text[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      byte[] before = text.clone();
      ScriptInjection.detects(text);
      assertArrayEquals(before, text);
    }
  }

  @Test
  void timeIsProportionalToTheLength() {
    List<String> parts =
        List.of(
            "<",
            "<a ",
            "<a b=\"",
            "<a b='",
            "\"",
            "'",
            "a=",
            "=",
            "/",
            "<a href=&#x6a;",
            "</a",
            "<a style=/*",
            "<a style=\\",
            "<a content=url=",
            "onclick ",
            "<!--",
            "(",
            "javascript:");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String part : parts) {
            detects(part.repeat(200_000 / part.length()));
          }
        });
  }

  private static boolean detects(String text) {
    return ScriptInjection.detects(text.getBytes(StandardCharsets.UTF_8));
  }
}
