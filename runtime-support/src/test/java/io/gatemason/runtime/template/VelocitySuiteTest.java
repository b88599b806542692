package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Velocity's own test templates give what the reference engine gives. Those in {@code
 * velocity-suite-out.txt} are outside of the dialect; the test fails when one of them is no longer.
 */
class VelocitySuiteTest {
  /** The reference engine makes a list of them all, for which the tests have no memory. */
  private static final String WIDE = "[0..67000000]";

  private static final String NARROW = "[0..67000]";

  @Test
  void rendersTheTemplatesOfTheSuite() throws IOException {
    Path suite = Path.of(System.getProperty("gatemason.shared"), "suites", "velocity");
    Assumptions.assumeTrue(Files.isDirectory(suite), "no suite at " + suite);
    List<Path> files = files(suite);
    assertTrue(files.size() > 60, "only " + files.size() + " templates found");
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      String template = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      texts.put(suite.relativize(file).toString(), template.replace(WIDE, NARROW));
    }
    Map<String, String> wrong = new TreeMap<>();
    for (Differential.Difference difference :
        new Differential()
            .run(List.copyOf(texts.values()), () -> FakeSource.withBody("{}").input())) {
      texts.forEach(
          (file, text) -> {
            if (text.equals(difference.template())) {
              wrong.put(file, difference.toString());
            }
          });
    }
    Map<String, String> out = out();
    List<String> unexpected = new ArrayList<>();
    wrong.forEach((file, what) -> unexpected.add(out.containsKey(file) ? "" : file + "\n" + what));
    unexpected.removeIf(String::isEmpty);
    assertEquals(List.of(), unexpected);
    out.keySet().removeAll(wrong.keySet());
    assertEquals(Map.of(), out, "these render as the reference engine now");
  }

  private static List<Path> files(Path suite) throws IOException {
    try (Stream<Path> files = Files.walk(suite)) {
      return files.filter(file -> file.toString().matches(".*\\.(vm|vtl)")).sorted().toList();
    }
  }

  /** The files that are out, with the reason. */
  private static Map<String, String> out() throws IOException {
    return DifferentialTest.lines("velocity-suite-out.txt").stream()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new));
  }
}
