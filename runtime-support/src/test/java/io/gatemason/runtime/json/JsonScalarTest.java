package io.gatemason.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonScalarTest {

  private static boolean parses(String text) {
    try {
      return Json.read(text).isValueNode();
    } catch (JsonFormatException e) {
      return false;
    }
  }

  @Test
  void areWhatAParserTakes() {
    List<String> yes =
        List.of("0", "-0", "12", "-12.50", "1e3", "1E+3", "0.1e-2", " 7 ", "true", "null", "\"a\"");
    List<String> no =
        List.of("", "-", "+1", "01", "-01", ".5", "1.", "1.e3", "1e", "127.0.0.1", "NaN", "True");
    yes.forEach(text -> assertTrue(JsonScalar.is(text), text));
    no.forEach(text -> assertFalse(JsonScalar.is(text), text));
    assertEquals(parses("9".repeat(2_000)), JsonScalar.is("9".repeat(2_000)));
  }

  @Test
  void areWhatAParserTakesOfWhateverLooksLikeOne() {
    Random random = new Random(7);
    String[] parts = {
      "0", "1", "23", "-", "+", ".", "e", "E", " ", "true", "null", "\"", "a", "\\"
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertEquals(parses(text.toString()), JsonScalar.is(text.toString()), text.toString());
    }
  }
}
