package io.gatemason.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the checked-in copy of the generated code up to date. */
class ExpectedCodeTest {
  private static final Path EXPECTED = Path.of("expected");
  private static final Path GENERATED = Path.of("target", "generated-sources", "gateway");

  @Test
  void expectedFolderHoldsTheGeneratedCode() throws IOException {
    if (Boolean.getBoolean("gatemason.accept")) {
      accept();
    }
    assertEquals(
        files(GENERATED),
        files(EXPECTED),
        "run the test once with -Dgatemason.accept and review the difference");
  }

  private static void accept() throws IOException {
    for (Path stale : files(EXPECTED).keySet().stream().map(EXPECTED::resolve).toList()) {
      Files.delete(stale);
    }
    for (Map.Entry<String, String> file : files(GENERATED).entrySet()) {
      Path target = EXPECTED.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
          files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
