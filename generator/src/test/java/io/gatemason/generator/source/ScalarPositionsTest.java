package io.gatemason.generator.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random values are written in every style while the place of each character is noted. */
class ScalarPositionsTest {
  private static final int RUNS = 300;
  private static final int ANYWHERE = -1;
  private static final String ALPHABET = "ab \"'\\$#{}:,|>-\t";

  private final Random random = new Random(7);
  private final StringBuilder source = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final List<Integer> expected = new ArrayList<>();

  @Test
  void literalBlocks() {
    for (int run = 0; run < RUNS; run++) {
      start("a:\n  k: |" + indicator(run));
      int lines = 1 + random.nextInt(5);
      for (int i = 0; i < lines; i++) {
        if (i > 0 && random.nextInt(3) == 0) {
          lineBreak('\n');
          continue;
        }
        source.append("    ");
        if (i > 0 || run % 3 == 1) {
          text(" ".repeat(random.nextInt(3)));
        }
        text("x" + randomText());
        lineBreak('\n');
      }
      finishBlock();
    }
  }

  @Test
  void foldedBlocks() {
    for (int run = 0; run < RUNS; run++) {
      start("a:\n  k: >" + indicator(run));
      int lines = 1 + random.nextInt(5);
      for (int i = 0; i < lines; i++) {
        source.append("    ");
        text("x" + randomText().strip() + "y");
        int blank = random.nextInt(3);
        boolean last = i == lines - 1;
        if (last || blank == 0) {
          lineBreak(last ? '\n' : ' ');
        } else {
          source.append('\n');
          for (int b = 0; b < blank; b++) {
            value.append('\n');
            expected.add(ANYWHERE);
            source.append('\n');
          }
        }
      }
      finishBlock();
    }
  }

  @Test
  void moreIndentedLinesOfFoldedBlocks() {
    start("k: >\n");
    source.append("  ");
    text("one");
    lineBreak('\n');
    source.append("  ");
    text("  two");
    lineBreak('\n');
    source.append("  ");
    text("three");
    lineBreak('\n');
    check("api.yaml", List.of("k"));
  }

  @Test
  void singleQuoted() {
    for (int run = 0; run < RUNS; run++) {
      start("k: '");
      quoted('\'');
      source.append("'\n");
      check("api.yaml", List.of("k"));
    }
  }

  @Test
  void doubleQuoted() {
    for (int run = 0; run < RUNS; run++) {
      start("k: \"");
      quoted('"');
      source.append("\"\n");
      check("api.yaml", List.of("k"));
    }
  }

  @Test
  void plainOverSeveralLines() {
    for (int run = 0; run < RUNS; run++) {
      start("a:\n  k: ");
      int lines = 1 + random.nextInt(4);
      for (int i = 0; i < lines; i++) {
        text("x" + (random.nextBoolean() ? " \"q'" : "") + "z".repeat(random.nextInt(3)));
        if (i < lines - 1) {
          foldedBreak("    ");
        }
      }
      source.append("  # note\n");
      check("api.yaml", List.of("a", "k"));
    }
  }

  @Test
  void jsonStrings() {
    for (int run = 0; run < RUNS; run++) {
      start("{\n \"k\" : \"");
      for (int i = 0; i < 12; i++) {
        switch (random.nextInt(6)) {
          case 0 -> escape("\\n", "\n");
          case 1 -> escape("\\u0041", "A");
          case 2 -> escape("\\\"", "\"");
          case 3 -> escape("\\/", "/");
          case 4 -> {
            escape("\\ud83d", "\uD83D");
            escape("\\ude00", "\uDE00");
          }
          default -> text(random.nextBoolean() ? "\uD83D\uDE00" : "x y");
        }
      }
      source.append("\"}");
      check("api.json", List.of("k"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "|-", "|+", ">", ">-", ">+"})
  void linesThatEndInCarriageReturnAndLineFeed(String header) {
    start("k: " + header + "\r\n");
    source.append("  ");
    text("one");
    value.append(header.startsWith("|") ? '\n' : ' ');
    expected.add(source.length());
    source.append("\r\n  ");
    text("two");
    if (!header.endsWith("-")) {
      value.append('\n');
      expected.add(source.length());
    }
    source.append("\r\n");
    check("api.yaml", List.of("k"));
  }

  private void quoted(char quote) {
    int parts = random.nextInt(8);
    text("x");
    for (int i = 0; i < parts; i++) {
      switch (random.nextInt(6)) {
        case 0 -> foldedBreak("  ");
        case 1 -> {
          text("b  c\td");
        }
        case 2 -> {
          if (quote == '\'') {
            escape("''", "'");
          } else {
            escape("\\\"", "\"");
          }
        }
        case 3 -> {
          if (quote == '"') {
            source.append("\\\n   ");
          } else {
            text("\\n\"");
          }
        }
        case 4 -> {
          if (quote == '"') {
            escape("\\x41", "A");
            escape("\\U0001F600", "\uD83D\uDE00");
          }
        }
        default -> text(quote == '"' ? "'#y" : "\"#{y");
      }
      text("w");
    }
  }

  private void foldedBreak(String indent) {
    int blank = random.nextInt(3);
    source.append(" ".repeat(random.nextInt(2)));
    for (int i = 0; i < Math.max(1, blank); i++) {
      value.append(blank == 0 ? ' ' : '\n');
      expected.add(ANYWHERE);
    }
    source.append("\n".repeat(blank + 1)).append(indent);
  }

  private String indicator(int run) {
    String chomping = List.of("", "-", "+").get(random.nextInt(3));
    String indent = run % 3 == 1 ? "2" : "";
    return (random.nextBoolean() ? indent + chomping : chomping + indent)
        + (random.nextBoolean() ? " # note\n" : "\n");
  }

  private String randomText() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private void start(String head) {
    source.setLength(0);
    value.setLength(0);
    expected.clear();
    source.append(head);
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      expected.add(source.length());
      source.append(text.charAt(i));
    }
    value.append(text);
  }

  private void escape(String written, String meant) {
    for (int i = 0; i < meant.length(); i++) {
      expected.add(source.length());
    }
    source.append(written);
    value.append(meant);
  }

  private void lineBreak(char meant) {
    expected.add(source.length());
    source.append('\n');
    value.append(meant);
  }

  private void finishBlock() {
    source.append("  after: 1\n");
    check("api.yaml", List.of("a", "k"));
  }

  private void check(String name, List<String> path) {
    SourceFile file = new SourceFile(name, source.toString());
    Node node =
        new NodeReader()
            .read(
                file,
                problem -> {
                  throw new AssertionError(problem + "\n" + source);
                })
            .orElseThrow();
    for (String key : path) {
      node = node.asObject().orElseThrow().get(key).orElseThrow();
    }
    ScalarNode scalar = node.asScalar().orElseThrow();
    // Chomping and the indicators decide how many line feeds remain at the end.
    assertEquals(value.toString().stripTrailing(), scalar.text().stripTrailing(), source::toString);
    for (int i = 0; i < Math.min(value.length(), scalar.text().length()); i++) {
      if (expected.get(i) != ANYWHERE) {
        int index = i;
        assertEquals(
            expected.get(i),
            scalar.position(i).offset(),
            () -> "character " + index + " of\n" + scalar.text() + "\nin\n" + source);
      }
    }
  }
}
