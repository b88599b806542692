package io.gatemason.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LongLiteralsTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*+)\"");
  private static final int MAX_BYTES = 65_535;

  @Test
  void keepsStatementsWhoseTextsFit() {
    String statement = "out.text(\"" + "x".repeat(19_000) + "\");";
    assertEquals(statement, LongLiterals.split(statement));
  }

  @Test
  void cutsBetweenCharactersOnly() {
    for (String unit :
        List.of("x", "€", "😀", "\\n", "\\\\", "\\\"", "\\u0001", "ab\\u00e9😀\\\\")) {
      String text = unit.repeat(150_000 / unit.length());
      String half = text.substring(0, 75_000 / unit.length() * unit.length());
      for (String written : List.of(text, half + "\" + \"" + text.substring(half.length()))) {
        String split = LongLiterals.split("f(\"" + written + "\" + g())");
        assertTrue(split.startsWith("f(String.join(\"\", "), unit);
        assertTrue(split.endsWith(") + g())"), unit);
        List<String> pieces =
            LITERAL.matcher(split).results().map(literal -> literal.group(1)).toList();
        assertEquals(text, String.join("", pieces), unit);
        for (String piece : pieces) {
          assertTrue(unit.length() > 6 || piece.length() % unit.length() == 0, unit);
          assertTrue(piece.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES, unit);
        }
      }
    }
  }
}
