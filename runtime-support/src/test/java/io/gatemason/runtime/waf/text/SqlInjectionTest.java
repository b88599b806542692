package io.gatemason.runtime.waf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlInjectionTest {
  static List<String> attacks() {
    return lines("sql-attacks.txt");
  }

  static List<String> harmless() {
    return lines("harmless.txt");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void findsAttacks(String text) {
    assertTrue(SqlInjection.detects(utf8(text), false));
    assertTrue(SqlInjection.detects(utf8(text), true));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void letsHarmlessTextPass(String text) {
    assertFalse(SqlInjection.detects(utf8(text), false));
  }

  /** The price of being sensitive, which the documentation names. */
  @Test
  void takesSomeHarmlessTextForAttacksIfAskedToFindMore() {
    assertEquals(
        List.of(
            "He is 5' or 6",
            "(select one from below)",
            "Open the menu; select 1, 2 or 3",
            "Answer 1 or 2",
            "option 1 or 2 #winning",
            "the operator is '='",
            "use 'or' here",
            "'yes' or 'no'",
            "\"quoted\" and \"more\"",
            "3 < 4 and 5 > 2",
            "Ben & Jerry's; order 1 or 2",
            "x = y || 'default'",
            "true or false",
            "(1) and (2)"),
        harmless().stream().filter(text -> SqlInjection.detects(utf8(text), true)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 AND 1=1",
        "10 and 2>1",
        "1 or true",
        "x' or 'y",
        "a b'='",
        "drop table users",
        "select name from users",
        "1 order by 5",
        "x' in (1)"
      })
  void findsMoreIfAskedTo(String text) {
    assertFalse(SqlInjection.detects(utf8(text), false));
    assertTrue(SqlInjection.detects(utf8(text), true));
  }

  @Test
  void disguisesDoNotMatter() {
    for (String attack : attacks()) {
      String blanks = attack.replace(" ", "/**/");
      assertTrue(attack.contains("--") || SqlInjection.detects(utf8(blanks), false), blanks);
      String upper = attack.toUpperCase(Locale.ROOT);
      assertTrue(SqlInjection.detects(utf8(upper), false), upper);
      String wide = attack.replace(" ", "\n\t ");
      assertTrue(attack.contains("--") || SqlInjection.detects(utf8(wide), false), wide);
    }
    byte[] latin = "' or\u00a01=1".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(SqlInjection.detects(latin, false));
    assertTrue(SqlInjection.detects(utf8("' or\u00a01=1"), false));
    assertTrue(SqlInjection.detects(utf8("' or\0\u000b1=1"), false));
  }

  @Test
  void anyBytesAreRead() {
    List<String> parts =
        List.of(
            "'", "\"", "`", " ", "(", ")", ",", ";", ".", "--", "#", "/*", "*/", "/*!", "\n", "\\",
            "1", "0x", "1e", "@", "@@", "[", "]", "=", "<>", "!", "||", "&", "union", "select",
            "or", "and", "not", "like", "in", "is", "null", "between", "from", "order", "by", "x",
            "drop", "table", "exec", "having", "case", "when", "sleep", "\u00c2", "\u00a0", "\0");
    Random random = new Random(71);
    for (int run = 0; run < 50_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts.get(random.nextInt(parts.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      assertTrue(
          !SqlInjection.detects(bytes, false) || SqlInjection.detects(bytes, true),
          () -> "less sensitive finds more: " + text);
    }
  }

  @Test
  void timeIsProportionalToTheLength() {
    List<String> parts =
        List.of(
            "(",
            "((select ",
            "or (",
            "' or ",
            "--\n",
            "/*",
            "-",
            "select a,",
            "union select (",
            "a.",
            "union (",
            "'",
            "\"",
            "not ",
            ";select a,",
            "order by a,",
            "`",
            "[",
            "@",
            "1 or 1 ",
            "having (",
            "#\n",
            "\\",
            "\u00c2",
            "/*!",
            ",(select a,",
            "in (");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String part : parts) {
            SqlInjection.detects(utf8("'" + part.repeat(200_000 / part.length())), true);
          }
        });
  }

  static List<String> lines(String file) {
    try (InputStream stream = SqlInjectionTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
