package io.gatemason.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextBlocksTest {
  private static final String LONG =
      "a line of more than fifty characters, so that two never fit\n";

  static Stream<String> texts() {
    return Stream.of(
        LONG + LONG,
        LONG + "  indented\n\n" + LONG,
        LONG + LONG + "no end of line",
        LONG + "trailing blank \n" + LONG,
        LONG + "\"quoted\" and \"\"\" and \\ and \\n and \\\" and \\\\\n" + LONG,
        LONG + "ends in \"",
        LONG + "\ttab\n" + LONG,
        "    all\n    " + LONG + "    is indented " + LONG.strip());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void blocksMeanWhatTheLiteralsMean(String text) {
    List<String> lines = TextBlocks.lines(statement("  String text = $S;", text));
    assertEquals("      \"\"\"", lines.get(1));
    assertEquals("      \"\"\";", lines.get(lines.size() - 1));
    assertEquals(text, value(lines.subList(2, lines.size() - 1)));
  }

  @Test
  void takesLongTexts() {
    String text = LONG.repeat(300) + "x\"".repeat(30_000);
    assertEquals(304, TextBlocks.lines(statement("  String text = $S;", text)).size());
  }

  @Test
  void standsAtTheBeginningOfALine() {
    assertEquals(
        List.of(
            "    answer.body(",
            "        \"text/plain\",",
            "        \"\"\"",
            "        " + LONG.strip(),
            "        " + LONG.strip(),
            "        \"\"\");"),
        TextBlocks.lines(statement("    answer.body(\"text/plain\", $S);", LONG + LONG)));
  }

  @Test
  void needsNoParentheses() {
    assertEquals(
        List.of(
            "  static final byte[] BODY =",
            "      \"\"\"",
            "      " + LONG.strip(),
            "      " + LONG.strip(),
            "      \"\"\"",
            "          .getBytes(UTF_8);"),
        TextBlocks.lines(
            statement("  static final byte[] BODY = ($S).getBytes(UTF_8);", LONG + LONG)));
  }

  @Test
  void leavesWhatIsJoinedWithOtherThings() {
    List<String> lines =
        TextBlocks.lines(
            statement("    String text = $S + exchange.stageVariableText(\"name\");", LONG + LONG));
    assertFalse(lines.contains("        \"\"\""), lines.toString());
  }

  private static String statement(String format, String text) {
    return CodeBlock.of(format, text)
        .toString()
        .lines()
        .map(line -> line.startsWith("  ") ? line : " " + line)
        .map(line -> line.strip().startsWith("+") ? " " + line.strip() : line)
        .collect(Collectors.joining());
  }

  /** What the compiler makes of the lines between the delimiters, the last of which is indented. */
  private static String value(List<String> block) {
    return (String.join("\n", block) + "\n      ").stripIndent().translateEscapes();
  }
}
