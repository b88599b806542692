package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticFormatter;
import io.gatemason.generator.diagnostics.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs case folders: {@code src/test/resources/cases/<area>/<case>/} holds input files, optionally
 * {@code parameters.properties}, and {@code expected.diagnostics} with one line per event. More or
 * fewer events fail. {@code -Dgatemason.accept} writes what came out.
 */
public final class DiagnosticCases {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String EXPECTED = "expected.diagnostics";

  private DiagnosticCases() {}

  /** What is tested: it reads a folder and reports. */
  @FunctionalInterface
  public interface Subject {
    void run(Path folder, Map<String, String> parameters, Diagnostics diagnostics);
  }

  /** One test per case of an area; there must be one at least. */
  public static Stream<DynamicTest> of(String area, Subject subject) throws IOException {
    try (Stream<Path> folders = Files.list(CASES.resolve(area))) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      assertTrue(!cases.isEmpty(), () -> "no cases in " + CASES.resolve(area));
      return cases.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(), () -> check(folder, subject)));
    }
  }

  /** All expected lines of all cases. */
  static String expectations() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(f -> f.endsWith(EXPECTED)).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static void check(Path folder, Subject subject) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    subject.run(folder, parameters(folder), diagnostics);
    String actual = lines(diagnostics.sorted());
    Path expected = folder.resolve(EXPECTED);
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.writeString(expected, actual);
      return;
    }
    assertTrue(Files.exists(expected), () -> "write " + expected + " with:\n" + actual);
    assertEquals(Files.readString(expected, StandardCharsets.UTF_8), actual);
  }

  private static Map<String, String> parameters(Path folder) throws IOException {
    Map<String, String> parameters = new HashMap<>();
    Path file = folder.resolve("parameters.properties");
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().forEach(n -> parameters.put(n, properties.getProperty(n)));
    }
    return parameters;
  }

  private static String lines(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      out.append(DiagnosticFormatter.oneLine(d));
      d.related()
          .forEach(
              r -> out.append(" [").append(r.range()).append(": ").append(r.message()).append("]"));
      out.append(d.hint().isEmpty() ? "" : " (" + d.hint() + ")").append('\n');
    }
    return out.toString();
  }
}
