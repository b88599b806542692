package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Hand-picked templates give in compiled form what the reference engine gives. */
class DifferentialTest {
  private static final String VARIABLES =
      "#set($x = \"X\")#set($n = 5)#set($l = [1, 2, 3])"
          + "#set($m = {\"k\": \"V\", \"a-b\": \"H\"})#set($a-b = \"AB\")";

  @Test
  void rendersAsTheReferenceEngine() throws IOException {
    List<String> templates =
        lines("templates.txt").stream()
            .flatMap(line -> java.util.stream.Stream.of(line, VARIABLES + line))
            .toList();
    List<Differential.Difference> differences =
        new Differential().run(templates, () -> FakeSource.withBody("{}").input());
    assertEquals("", report(differences));
  }

  static String report(List<Differential.Difference> differences) {
    StringBuilder report = new StringBuilder();
    differences.stream().limit(60).forEach(d -> report.append('\n').append(d).append('\n'));
    if (differences.size() > 60) {
      report.append(differences.size()).append(" differences");
    }
    return report.toString();
  }

  static List<String> lines(String name) throws IOException {
    try (InputStream in = DifferentialTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty())
          .map(line -> line.replace("\\N", "\n").replace("\\T", "\t").replace("\\R", "\r"))
          .toList();
    }
  }
}
