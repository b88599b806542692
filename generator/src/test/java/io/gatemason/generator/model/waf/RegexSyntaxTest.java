package io.gatemason.generator.model.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "a(b|c)?d{2,} => a(b|c)?d{2,}",
        "${jndi: => $\\{jndi:",
        "a{b} => a\\{b}",
        "[[:alpha:][:^digit:]_] => [\\p{Alpha}\\P{Digit}_]",
        "[[:xdigit:]] => [\\p{XDigit}]",
        "[[:word:]] => [\\w]",
        "[]a] => [\\]a]",
        "[^]a] => [^\\]a]",
        "[a[b] => [a\\[b]",
        "[a&&b] => [a\\&\\&b]",
        "a+? => a+?",
        "(?i)x(?:y)(?=z)(?<!w) => (?i)x(?:y)(?=z)(?<!w)",
        "\\Qa(?>b\\E+ => \\Qa(?>b\\E+",
      })
  void isWrittenAsJavaWritesIt(String expression, String java) {
    assertEquals(new RegexSyntax(java, Optional.empty()), RegexSyntax.of(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)\\1",
        "\\k<a>",
        "\\g1",
        "\\C",
        "\\R",
        "\\K",
        "(?>a)",
        "a++",
        "a?+",
        "a{2}+",
        "(?R)",
        "(?1)",
        "(?&n)",
        "(?P>n)",
        "(?(1)a)",
        "(*ACCEPT)",
        "(?C1)",
        "(?<n>a)",
        "(?P<n>a)",
        "(?'n'a)",
        "(a",
        "[a",
        "a**",
        "\\",
        "[[:nope:]]",
        "(?+1)"
      })
  void whatCannotBeUsedIsNamed(String expression) {
    assertTrue(RegexSyntax.of(expression).problem().isPresent());
  }
}
