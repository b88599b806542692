package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPatternTest {
  @ParameterizedTest
  @CsvSource({
    "Bearer [a-z]+, Bearer abc, true",
    "Bearer [a-z]+, xBearer abc, false",
    "Bearer [a-z]+, Bearer abc1, false",
    // Only Java's engine has the rest.
    "(?=.*b)[a-c]+, abc, true",
    "(?=.*b)[a-c]+, aac, false",
    "(?=.*b)[a-c]+, abcd, false",
    "(a|b)\\1, aa, true",
    "(a|b)\\1, ab, false",
    "(?i:(A+))\\1(?<=a), aa, true"
  })
  void matchesTheWholeText(String expression, String text, boolean matches) {
    assertEquals(matches, TokenPattern.of(expression).matches(text));
  }

  @Test
  @Timeout(10)
  void givesUpWhatTakesTooLong() {
    assertFalse(TokenPattern.of("(?=a)(a+)+\\1b").matches("a".repeat(60)));
  }

  @Test
  void doesNotGiveUpOnALongTextThatIsSimple() {
    assertTrue(TokenPattern.of("(?=a)a*+").matches("a".repeat(10_000)));
  }

  @Test
  void isNoPatternWithASyntaxError() {
    assertThrows(PatternSyntaxException.class, () -> TokenPattern.of("("));
  }
}
