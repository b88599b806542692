package io.gatemason.runtime.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b+        | abbc    | true",
        "^b        | abbc    | false",
        "(?i)HELLO | a hello | true",
        "a(?!b)    | abac    | true",
        "a(?!b)    | abab    | false",
        "c$        | abc     | true",
        "c$        | cb      | false",
      })
  void isFoundAnywhere(String expression, String text, boolean found) {
    assertEquals(found, FoundText.of(expression).isIn(text));
  }

  @Test
  void onlyTheLineFeedEndsLines() {
    assertEquals(true, FoundText.of("a.b$").isIn("a\rb\n"));
    assertEquals(true, FoundText.of("a.b").isIn("a\u0085b"));
    assertEquals(false, FoundText.of("a.b").isIn("a\nb"));
    assertEquals(false, FoundText.of("b$").isIn("b\r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\\sb",
        "a[\\s,]b",
        "a[^\\S]b",
        "a\\vb",
        "a[\\v]b",
        "a[^b\\S]b",
        "a\\s(?!c)b",
      })
  void theVerticalTabIsBlank(String expression) {
    assertEquals(true, FoundText.of(expression).isIn("a\u000bb"));
  }

  @Test
  void whatIsNoBlank() {
    assertEquals(true, FoundText.of("a\\Sb").isIn("a\u00a0b"));
    assertEquals(false, FoundText.of("a\\Sb").isIn("a\u000bb"));
    assertEquals(false, FoundText.of("a[\\Sx]b").isIn("a b"));
    assertEquals(true, FoundText.of("\\Qa\\sb[\\E").isIn("a\\sb["));
    assertEquals(true, FoundText.of("[\\]]\\s").isIn("] "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x[]a\\s]y",
        "x[^]a\\S]y",
        "x[[:digit:]\\s]y",
        "x[[:space:]]y",
        "x[[:space:]]y$",
        "x[^[:alpha:]]y$",
        "x[[:^alpha:]]y$",
        "x[[:digit:][:blank:]]y$",
        "x[[:^word:]](?=y)",
      })
  void classesInsideOfClasses(String expression) {
    assertEquals(true, FoundText.of(expression).isIn("x y"));
    assertEquals(false, FoundText.of(expression).isIn("xhy"));
  }

  @Test
  void aSearchThatTakesTooLongFails() {
    FoundText expression = FoundText.of("(.*)(.*)(.*)(.*)(.*)x$");
    assertThrows(IllegalStateException.class, () -> expression.isIn("a".repeat(300)));
  }

  @Test
  void manyTextsShareTheirSteps() {
    FoundText expression = FoundText.of("(.*)(.*)(.*)(.*)(.*)x$");
    String text = "a".repeat(20);
    assertEquals(false, expression.isIn(text));
    assertThrows(
        IllegalStateException.class, () -> expression.isInAny(Collections.nCopies(600, text)));
    assertEquals(true, expression.isInAny(List.of(text, "x")));
  }

  @Test
  void whatIsLinearTakesNoSteps() {
    assertEquals(false, FoundText.of("(a|aa)+c").isIn("a".repeat(100_000)));
  }
}
